// Words about stages in arguments and tables.

export const stageWords = {
  /** Typed for the success stage besides its own name. */
  won: ['выиграно', 'успех', 'won', 'success'] as readonly string[],
};
