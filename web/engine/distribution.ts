/** A probability distribution; a plain number is a value known without doubt. */
export type Dist =
  | number
  | { readonly dist: "fixed"; readonly value: number }
  | { readonly dist: "uniform"; readonly min: number; readonly max: number }
  | {
      readonly dist: "triangular" | "pert";
      readonly min: number;
      readonly mode: number;
      readonly max: number;
    }
  | { readonly dist: "beta"; readonly alpha: number; readonly beta: number }
  | {
      readonly dist: "normal";
      readonly mean: number;
      readonly sd: number;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly dist: "lognormal";
      readonly p05: number;
      readonly p95: number;
      readonly min?: number;
      readonly max?: number;
    }
  | {
      readonly dist: "lognormal";
      readonly mean: number;
      readonly sigma: number;
      readonly min?: number;
      readonly max?: number;
    };
