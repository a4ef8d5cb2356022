import { Module } from '@nestjs/common';
import { Figures } from './figures.js';
import { MetricsController } from './metrics.controller.js';

/** What is counted and timed, for a process that answers nothing else. */
@Module({ controllers: [MetricsController], providers: [Figures] })
export class MetricsModule {}
