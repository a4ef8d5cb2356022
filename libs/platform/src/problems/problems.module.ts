import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { Logger } from 'pino';
import { Faults } from './faults.js';
import { ProblemFilter } from './problem.filter.js';
import { ProblemsController } from './problems.controller.js';
import { Routes } from './routes.js';

/** What goes wrong: every error as a problem, and a page for each kind. */
@Module({})
export class ProblemsModule {
  static of(log: Logger): DynamicModule {
    return {
      module: ProblemsModule,
      global: true,
      controllers: [ProblemsController],
      providers: [
        Routes,
        { provide: Faults, useValue: new Faults(log) },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Routes, Faults],
    };
  }
}
