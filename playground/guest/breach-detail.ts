/** What a program does wrong with what the server lends it, as values: sentences are made of them outside of the machine. */

/** What a program gave as a transaction's id. */
export type GivenId =
  | { readonly type: 'id'; readonly id: string }
  /** A number of more than 64 bits. */
  | { readonly type: 'too large' }
  /** What `typeof` says of it. */
  | { readonly type: 'no id'; readonly of: string };

/** When a worker was sent to that was not to be sent to then. */
export type Untimely =
  { readonly type: 'before' | 'before the call' | 'after' } | { readonly type: 'in'; readonly call: string };

/** The first of a kind that was seen. Texts of the program's are cut. */
export type BreachDetail =
  /** The call came back, and no line that begins so was logged. */
  | { readonly type: 'no line'; readonly due: string }
  | { readonly type: 'line twice'; readonly line: string }
  /** A line came before its call was made, or when its call had ended. */
  | { readonly type: 'line early' | 'line late'; readonly line: string }
  /** What was written to the channel has no text. */
  | { readonly type: 'no text'; readonly channel: string; readonly given: string }
  /** Nothing in the line says which transaction it is about. */
  | { readonly type: 'unsigned line'; readonly line: string }
  /** The line says that it is about one transaction, and came through the channel of another. */
  | {
      readonly type: 'foreign channel';
      readonly line: string;
      readonly said: GivenId;
      readonly channel: string;
    }
  | { readonly type: 'not in flight'; readonly line: string; readonly id: GivenId }
  | { readonly type: 'written after close' | 'closed twice'; readonly channel: string }
  /** A worker was sent to for what is no transaction in flight. */
  | { readonly type: 'sent for nobody'; readonly host: string; readonly id: GivenId }
  /** By `sendResources()`, which came back as if all were well. */
  | { readonly type: 'not sent to'; readonly hosts: readonly string[] }
  | { readonly type: 'released early' | 'not released'; readonly hosts: readonly string[] }
  /** A worker that is none of the transaction's, or one to which it had sent before. */
  | { readonly type: 'sent to a stranger' | 'sent twice'; readonly host: string }
  | { readonly type: 'sent untimely'; readonly host: string; readonly when: Untimely }
  /** The first tables that were given, `null` for one without a name, and whether there were more. */
  | {
      readonly type: 'wrong tables';
      readonly host: string;
      readonly given: readonly (string | null)[];
      readonly more: boolean;
      readonly right: readonly string[];
    }
  /** A gauge is not there any more, or only at times. */
  | { readonly type: 'gauge gone' | 'gauge at times'; readonly gauge: string }
  /** What a gauge gave, and between which numbers it is right. */
  | {
      readonly type: 'wrong gauge';
      readonly gauge: string;
      readonly given: string;
      readonly least: number;
      readonly most: number;
    }
  /** What was to be told resists. */
  | { readonly type: 'unshowable' }
  /** Counted, and what was seen has not arrived. */
  | { readonly type: 'lost' };
