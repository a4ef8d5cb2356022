import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { COMMANDS, CommandDesk } from './command-desk.js';
import { commandHandlers } from './command-handlers.js';
import { commandTable, type Aggregate } from './command-table.js';
import { CommandsController } from './commands.controller.js';

/** The commands of these aggregates: a handler for each on the command bus, and the controller that takes them. */
@Module({})
export class CommandsModule {
  static of(aggregates: readonly Aggregate[]): DynamicModule {
    const table = commandTable(aggregates);
    return {
      module: CommandsModule,
      imports: [CqrsModule.forRoot()],
      controllers: [CommandsController],
      providers: [{ provide: COMMANDS, useValue: table }, CommandDesk, ...commandHandlers(table)],
      exports: [CommandDesk],
    };
  }
}
