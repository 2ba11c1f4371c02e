// The migrated package, used from TypeScript.
import { find, format_price } from "./ts/shop/index.ts";

console.log(format_price(find("tea").times(3)));
