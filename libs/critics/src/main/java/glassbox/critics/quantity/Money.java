package glassbox.critics.quantity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.measure.Unit;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;

/** Currencies: each its own dimension, for there is no fixed rate between them. */
final class Money {
  /** Units by code and by sign. */
  static final Map<String, Unit<?>> UNITS = new HashMap<>();

  private static final Map<String, Unit<?>> CODES = new HashMap<>();
  private static final String SIGNS = "€$£¥₹₩₺₽₪฿₫₴₦₱₡₲₵₸₮";
  private static final char FIRST = '\uE100';
  private static final String ALL =
      "EUR USD GBP JPY INR CHF AUD CAD NZD CNY HKD SGD KRW TWD THB IDR MYR PHP VND PKR BDT LKR SEK"
          + " NOK DKK ISK PLN CZK HUF RON BGN RSD UAH RUB TRY ILS AED SAR QAR KWD BHD OMR JOD EGP"
          + " MAD TND ZAR NGN KES GHS ETB UGX TZS BRL MXN ARS CLP COP PEN UYU BOB PYG CRC GTQ DOP"
          + " JMD KZT UZS GEL AMD AZN MNT";

  static {
    int i = 0;
    for (String code : ALL.split(" ")) {
      Unit<?> unit = new BaseUnit<>(code, code, UnitDimension.parse((char) (FIRST + i++)));
      CODES.put(code, unit);
      UNITS.put(code, unit);
    }
    signs(
        "€ EUR $ USD US$ USD £ GBP ¥ JPY ₹ INR ₣ CHF Fr. CHF ₩ KRW ₺ TRY ₽ RUB ₪ ILS ฿ THB ₫ VND"
            + " ₴ UAH ₦ NGN ₱ PHP ₡ CRC ₲ PYG ₵ GHS ₸ KZT ₮ MNT");
  }

  private Money() {}

  static Unit<?> unit(String code) {
    Unit<?> unit = UNITS.get(code);
    if (unit == null) {
      throw new IllegalArgumentException("no currency " + code);
    }
    return unit;
  }

  static boolean sign(int c) {
    return SIGNS.indexOf(c) >= 0;
  }

  /** Whether a unit is made of a currency, such as EUR or EUR/kg. */
  static boolean involves(Unit<?> unit) {
    return unit.getDimension().toString().codePoints().anyMatch(c -> c >= FIRST && c < FIRST + 256);
  }

  /** The code of a unit that is a currency. */
  static Optional<String> code(Unit<?> unit) {
    return CODES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(unit))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static void signs(String pairs) {
    String[] parts = pairs.split(" ");
    for (int i = 0; i < parts.length; i += 2) {
      UNITS.put(parts[i], unit(parts[i + 1]));
    }
  }
}
