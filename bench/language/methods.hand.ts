class Account {
  readonly owner: string;
  balance: number;
  history: number[] = [];

  constructor(owner: string, balance: number) {
    this.owner = owner;
    this.balance = balance;
  }

  deposit(amount: number): void {
    this.balance += amount;
    this.note(amount);
  }

  withdraw(amount: number): boolean {
    if (amount > this.balance) return false;
    this.balance -= amount;
    this.note(-amount);
    return true;
  }

  note(amount: number): void {
    if (this.history.length >= 100) this.history.length = 0;
    this.history.push(amount);
  }
}

class Savings extends Account {
  readonly rate: number;

  constructor(owner: string, balance: number, rate: number) {
    super(owner, balance);
    this.rate = rate;
  }

  override withdraw(amount: number): boolean {
    return amount > 500 ? false : super.withdraw(amount);
  }

  get interest(): number {
    return Math.floor((this.balance * this.rate) / 1000);
  }
}

class Bank {
  readonly accounts: Account[] = [];
  refused = 0;

  open(account: Account): void {
    this.accounts.push(account);
  }

  transfer(source: Account, target: Account, amount: number): void {
    if (source.withdraw(amount)) target.deposit(amount);
    else this.refused++;
  }

  total(): number {
    return this.accounts.reduce((sum, account) => sum + account.balance, 0);
  }
}

const bank = new Bank();
for (let i = 0; i < 50; i++)
  bank.open(
    i % 3 === 0
      ? new Savings(`saver ${i}`, 10000 + i, 5 + (i % 7))
      : new Account(`owner ${i}`, 5000 + i),
  );
const { accounts } = bank;
const count = accounts.length;
for (let step = 0; step < 2500000; step++) {
  const source = accounts[(step * 7) % count]!;
  const target = accounts[(step * 13 + 5) % count]!;
  bank.transfer(source, target, step % 701);
}
console.log(bank.total(), bank.refused);
let interest = 0;
for (const account of accounts) if (account instanceof Savings) interest += account.interest;
console.log(interest);
const third = accounts[3]!;
console.log(third.owner, third.balance, third.history.length);
