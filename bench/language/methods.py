"""Method calls on objects: a bank, a stack machine."""


class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        self.balance += amount
        self.note(amount)

    def withdraw(self, amount):
        if amount > self.balance:
            return False
        self.balance -= amount
        self.note(-amount)
        return True

    def note(self, amount):
        if len(self.history) >= 100:
            self.history.clear()
        self.history.append(amount)


class Savings(Account):
    def __init__(self, owner, balance, rate):
        super().__init__(owner, balance)
        self.rate = rate

    def withdraw(self, amount):
        if amount > 500:
            return False
        return super().withdraw(amount)

    @property
    def interest(self):
        return self.balance * self.rate // 1000


class Bank:
    def __init__(self):
        self.accounts = []
        self.refused = 0

    def open(self, account):
        self.accounts.append(account)

    def transfer(self, source, target, amount):
        if source.withdraw(amount):
            target.deposit(amount)
        else:
            self.refused += 1

    def total(self):
        return sum(account.balance for account in self.accounts)


def main():
    bank = Bank()
    for i in range(50):
        if i % 3 == 0:
            bank.open(Savings(f"saver {i}", 10000 + i, 5 + i % 7))
        else:
            bank.open(Account(f"owner {i}", 5000 + i))
    accounts = bank.accounts
    count = len(accounts)
    for step in range(2500000):
        source = accounts[step * 7 % count]
        target = accounts[(step * 13 + 5) % count]
        bank.transfer(source, target, step % 701)
    print(bank.total(), bank.refused)
    print(sum(a.interest for a in accounts if isinstance(a, Savings)))
    print(accounts[3].owner, accounts[3].balance, len(accounts[3].history))


main()
