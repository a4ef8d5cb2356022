import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, ValidateBy, ValidateIf } from 'class-validator';
import { plain, type Plain } from '../values/plain.js';
import { utc } from '../values/time.js';
import { all, IsId, IsParty, IsTime, Optional, type Party } from '../values/words.js';

const KINDS = ['text', 'taskTransfer', 'chairTransfer'] as const;

/** The field goes with one kind of subject, which needs it. */
const Of = (kind: (typeof KINDS)[number]) =>
  all(
    ValidateIf((subject: Subject, value) => subject.kind === kind || value !== undefined),
    goesWith(kind),
  );

const goesWith = (kind: (typeof KINDS)[number]): PropertyDecorator =>
  ValidateBy({
    name: 'goesWith',
    validator: {
      validate: (_, args) => (args?.object as Subject).kind === kind,
      defaultMessage: () => `$property goes with the kind ${kind} alone`,
    },
  });

/** What a decision is about: its text alone, the transfer of tasks, or the transfer of a group's chair. */
export class Subject {
  @IsIn(KINDS) kind!: (typeof KINDS)[number];
  /** The tasks whose transfers it agrees. */
  @Of('taskTransfer')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsId({ each: true })
  taskIds?: string[];
  /** The party that is to own them. */
  @Of('taskTransfer') @IsParty() owner?: Party;
  @Of('chairTransfer') @IsId() groupId?: string;
  /** The party of the chair that proposed to hand it on. */
  @Of('chairTransfer') @IsParty() from?: Party;
  @Of('chairTransfer')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsParty({ each: true })
  to?: Party[];
  /** When the chair passes; on adoption if it is not said. */
  @Optional() @goesWith('chairTransfer') @IsTime() effective?: string;
}

/** A subject in an event. */
export type DecisionSubject =
  | { readonly kind: 'text' }
  | { readonly kind: 'taskTransfer'; readonly taskIds: readonly string[]; readonly owner: Party }
  | {
      readonly kind: 'chairTransfer';
      readonly groupId: string;
      readonly from: Party;
      readonly to: readonly Party[];
      readonly effective?: string;
    };

/** The subject that a command states, with its time as the ledger writes it. */
export function subjectOf({ effective, ...subject }: Plain<Subject>): DecisionSubject {
  return plain({ ...subject, effective: effective && utc(effective) }) as DecisionSubject;
}
