import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { handle, type Ledger, type Receipt } from '#eventsourcing';
import { LEDGER } from '../ledger/ledger.module.js';
import type { CommandRow, CommandTable, Sent } from './command-table.js';

/** A handler for every command of the table, to be provided to the command bus. */
export function commandHandlers(table: CommandTable): Type<ICommandHandler>[] {
  return [...table.values()].map(handlerOf);
}

function handlerOf({ type, law, sent }: CommandRow): Type<ICommandHandler> {
  @CommandHandler(sent)
  class Handler implements ICommandHandler<Sent, Receipt> {
    constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

    execute({ command, handling }: Sent): Promise<Receipt> {
      return handle(this.ledger, law, command, handling);
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${type}Handler` });
  return Handler;
}
