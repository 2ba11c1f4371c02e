type Matrix = number[][];

function make(n: number, factor: number): Matrix {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => ((i * n + j) % 17) * factor),
  );
}

function multiply(a: Matrix, b: Matrix): Matrix {
  const rows = a.length;
  const columns = b[0]!.length;
  const inner = b.length;
  const result: Matrix = [];
  for (let i = 0; i < rows; i++) {
    const row: number[] = [];
    for (let j = 0; j < columns; j++) {
      let total = 0;
      for (let k = 0; k < inner; k++) total += a[i]![k]! * b[k]![j]!;
      row.push(total);
    }
    result.push(row);
  }
  return result;
}

function transposed(m: Matrix): Matrix {
  return m[0]!.map((_, column) => m.map((row) => row[column]!));
}

function multiply_floats(a: Matrix, b: Matrix): Matrix {
  const columns = transposed(b);
  return a.map((row) =>
    columns.map((column) => {
      let sum = 0;
      for (let k = 0; k < row.length; k++) sum += row[k]! * column[k]!;
      return sum;
    }),
  );
}

function trace(m: Matrix): number {
  return m.reduce((sum, row, i) => sum + row[i]!, 0);
}

console.log(trace(multiply(make(270, 1), transposed(make(270, 2)))));
console.log(trace(multiply_floats(make(250, 0.5), make(250, 0.25))));
