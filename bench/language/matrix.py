"""The product of matrices that are lists of lists: once of ints, once of floats."""


def make(n, factor):
    return [[(i * n + j) % 17 * factor for j in range(n)] for i in range(n)]


def multiply(a, b):
    rows = len(a)
    columns = len(b[0])
    inner = len(b)
    result = []
    for i in range(rows):
        row = []
        for j in range(columns):
            total = 0
            for k in range(inner):
                total += a[i][k] * b[k][j]
            row.append(total)
        result.append(row)
    return result


def transposed(m):
    return [list(column) for column in zip(*m)]


def multiply_floats(a, b):
    columns = transposed(b)
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def trace(m):
    return sum(m[i][i] for i in range(len(m)))


def main():
    a = make(270, 1)
    b = transposed(make(270, 2))
    print(trace(multiply(a, b)))
    x = make(250, 0.5)
    y = make(250, 0.25)
    print(trace(multiply_floats(x, y)))


main()
