import type {
  AllocatePledge,
  Claim as ClaimClass,
  CommitPledge,
  IncreasePledge,
  Line as LineClass,
  MakePledge,
  Money as MoneyClass,
  PublishPrices,
  PublishRates,
  RecordClaim,
  ReportDelivery,
} from '#domain';

/** The fields of a class of the law, whose instances are made at the door. */
export type Fields<T> = T extends object ? { readonly [K in keyof T]: Fields<T[K]> } : T;

export type Money = Fields<MoneyClass>;
export type Line = Fields<LineClass>;
export type Claim = Fields<ClaimClass>;

interface Words {
  readonly MakePledge: MakePledge;
  readonly CommitPledge: CommitPledge;
  readonly IncreasePledge: IncreasePledge;
  readonly AllocatePledge: AllocatePledge;
  readonly ReportDelivery: ReportDelivery;
  readonly PublishRates: PublishRates;
  readonly PublishPrices: PublishPrices;
  readonly RecordClaim: RecordClaim;
}

/** What importers ask of the law: the name of a command and its fields. */
export type Intention = {
  [Type in keyof Words]: { readonly type: Type; readonly data: Fields<Words[Type]> };
}[keyof Words];
