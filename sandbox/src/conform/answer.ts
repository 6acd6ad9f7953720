/** What a question was answered with; only its shape is compared, so it names nothing of one server alone. */
export type Answer =
  | string
  | number
  | boolean
  | null
  | readonly Answer[]
  | { readonly [name: string]: Answer };
