import { Module } from '@nestjs/common';
import { QuestionDiffController } from '../diffs/question-diff.controller.js';
import { ViewDiffController } from '../diffs/view-diff.controller.js';
import { IatiController } from '../iati/iati.controller.js';
import { FeedController } from '../log-reads/feed.controller.js';
import { LiveLog } from '../log-reads/live-log.js';
import { LiveViews } from '../log-reads/live-views.js';
import { LogController } from '../log-reads/log.controller.js';
import { Figures } from '../metrics/figures.js';
import { MetricsController } from '../metrics/metrics.controller.js';
import { DigestsController } from '../operations/digests.controller.js';
import { Rebuilds } from '../operations/rebuilds.js';
import { ViewOperationsController } from '../operations/view-operations.controller.js';
import { QuestionsController } from '../questions/questions.controller.js';
import { ViewsController } from '../views/views.controller.js';
import { Freshness } from './freshness.js';
import { FrontController } from './front.controller.js';

/** Everything that is read: views, questions, the log and its feed, and how the read side fares. */
@Module({
  controllers: [
    FrontController,
    ViewsController,
    QuestionsController,
    ViewDiffController,
    QuestionDiffController,
    LogController,
    FeedController,
    IatiController,
    ViewOperationsController,
    DigestsController,
    MetricsController,
  ],
  providers: [Freshness, LiveLog, LiveViews, Rebuilds, Figures],
})
export class ReadsModule {}
