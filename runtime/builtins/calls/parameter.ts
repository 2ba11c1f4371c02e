// Parameter: what a function declares of one of its parameters.
export interface Parameter {
  readonly name: string;
  readonly kind: "positional_only" | "positional" | "rest" | "keyword_only" | "keyword_rest";
  readonly is_optional: boolean;
}
