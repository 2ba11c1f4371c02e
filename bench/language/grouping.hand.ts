const CITIES = ["Oslo", "Lima", "Kyoto", "Quito", "Accra", "Turin", "Perth"];

interface Order {
  id: number;
  city: string;
  item: string;
  amount: number;
}

function make_orders(count: number): Order[] {
  const orders: Order[] = [];
  for (let i = 0; i < count; i++)
    orders.push({
      id: i,
      city: CITIES[(i * 31) % 7]!,
      item: `item${(i * 17) % 40}`,
      amount: ((i * 13) % 97) + 1,
    });
  return orders;
}

function group_by(orders: Order[], key: "city" | "item"): Map<string, Order[]> {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const group = groups.get(order[key]);
    if (group === undefined) groups.set(order[key], [order]);
    else group.push(order);
  }
  return groups;
}

function totals(orders: Order[]): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const order of orders)
    amounts.set(order.city, (amounts.get(order.city) ?? 0) + order.amount);
  return amounts;
}

const orders = make_orders(40000);
let by_city = new Map<string, Order[]>();
let by_item = new Map<string, Order[]>();
let amounts = new Map<string, number>();
for (let round = 0; round < 100; round++) {
  by_city = group_by(orders, "city");
  by_item = group_by(orders, "item");
  amounts = totals(orders);
}
for (const [city, group] of [...by_city].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const amount = group.reduce((sum, order) => sum + order.amount, 0);
  const is_same = amounts.get(city) === amount ? "True" : "False";
  console.log(
    `${city.padEnd(6)} ${String(group.length).padStart(6)} ${String(amount).padStart(8)} ${is_same}`,
  );
}
let largest = "";
for (const [item, group] of by_item)
  if (group.length > (by_item.get(largest)?.length ?? 0)) largest = item;
console.log(largest, by_item.size);
const index = new Map(orders.map((order) => [order.id, order]));
let hits = 0;
for (let i = 0; i < 120000; i += 3) {
  const order = index.get(i);
  if (order !== undefined && order.amount > 50) hits++;
}
console.log(hits);
