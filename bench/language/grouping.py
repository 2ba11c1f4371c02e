"""Orders in a dict of lists, then summed up group by group."""
from collections import defaultdict

CITIES = ["Oslo", "Lima", "Kyoto", "Quito", "Accra", "Turin", "Perth"]


def make_orders(count):
    orders = []
    for i in range(count):
        orders.append({
            "id": i,
            "city": CITIES[i * 31 % 7],
            "item": f"item{i * 17 % 40}",
            "amount": i * 13 % 97 + 1,
        })
    return orders


def group_by(orders, key):
    groups = {}
    for order in orders:
        groups.setdefault(order[key], []).append(order)
    return groups


def totals(orders):
    amounts = defaultdict(int)
    for order in orders:
        amounts[order["city"]] += order["amount"]
    return amounts


def main():
    orders = make_orders(40000)
    for _ in range(100):
        by_city = group_by(orders, "city")
        by_item = group_by(orders, "item")
        amounts = totals(orders)
    for city, group in sorted(by_city.items()):
        amount = sum(order["amount"] for order in group)
        print(f"{city:6} {len(group):6} {amount:8} {amounts[city] == amount}")
    largest = max(by_item, key=lambda item: len(by_item[item]))
    print(largest, len(by_item))
    index = {order["id"]: order for order in orders}
    hits = 0
    for i in range(0, 120000, 3):
        if i in index and index[i]["amount"] > 50:
            hits += 1
    print(hits)


main()
