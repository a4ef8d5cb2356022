import { IsBoolean } from 'class-validator';
import type { Plain } from './plain.js';
import { IsText, Optional } from './words.js';

/** Something that has to be in place before a task changes hands, and whether it is. */
export class ReadinessItem {
  @IsText(300) what!: string;
  /** Not yet if it is not said. */
  @Optional() @IsBoolean() ready?: boolean;
}

/** An item of readiness in an event. */
export type Readiness = Required<Plain<ReadinessItem>>;
