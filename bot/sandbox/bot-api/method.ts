import type { BotAccount } from '../world/bot-account.ts';
import type { World } from '../world/world.ts';
import type { Parameters } from './parameters.ts';

/** One call of a Bot API method. */
export interface Call {
  world: World;
  bot: BotAccount;
  parameters: Parameters;
  /** Aborts when the client hangs up. */
  signal: AbortSignal;
}

/** Returns the `result`, or a Described one. Throws ApiError to refuse. */
export type Method = (call: Call) => unknown;

/** A result that comes with a `description`, as the webhook methods have. */
export class Described {
  readonly result: unknown;
  readonly description: string;

  constructor(result: unknown, description: string) {
    this.result = result;
    this.description = description;
  }
}
