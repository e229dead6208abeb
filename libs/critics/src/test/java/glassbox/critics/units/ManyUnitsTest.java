package glassbox.critics.units;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Units, numerals and bounds beyond the everyday ones: each true statement, and a false one near.
 */
class ManyUnitsTest {

  private static Verdict judge(String answer) {
    return new UnitsCritic().judge(Draft.of("", answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 nautical mile = 1852 m",
        "1 acre is about 4047 m²",
        "100 fathoms = 182.88 m",
        "1 light year is about 9.46 × 10^15 m",
        "1 pc is about 3.26 ly",
        "10 knots = 18.52 km/h",
        "1 atm = 101325 Pa",
        "1 atm = 760 mmHg",
        "1 bar = 100 kPa",
        "1 psi = 6.895 kPa",
        "1 hp = 745.7 W",
        "1 kWh = 3.6 MJ",
        "1 eV = 1.602e-19 J",
        "1 BTU = 1055 J",
        "180° = 3.14159 rad",
        "1 turn = 360°",
        "60 arcmin = 1°",
        "3000 rpm = 50 Hz",
        "5 µF = 5000 nF",
        "2 mH = 2000 µH",
        "1 kB = 1000 bytes",
        "1 kB = 1024 bytes",
        "1 GiB = 1024 MiB",
        "8 bits = 1 byte",
        "100 Mbps = 12.5 MB/s",
        "1 MBq = 1000 kBq",
        "2 mSv = 2000 µSv",
        "500 ppm = 0.05%",
        "25 basis points = 0.25%",
        "5 % + 3 percentage points = 8 %",
        "5 per cent of 200 is 10",
        "1 gallon = 4 quarts = 8 pints",
        "1 gallon is 3.785 l",
        "1 gallon is 4.546 l",
        "16 fl oz = 1 pint",
        "3 teaspoons = 1 tablespoon",
        "1 metric ton = 1000 kg",
        "1 short ton is 907.185 kg",
        "1 carat = 200 mg",
        "1 stone = 14 lb",
        "2 fortnights = 4 weeks",
        "1 century = 10 decades = 100 years",
        "2000 mAh = 2 Ah",
        "1 Ah = 3600 A·s",
        "5 kIU = 5000 IU",
        "2 sq km = 200 hectares",
        "3 hl = 300 litres",
        "1 kW·h = 3600 kJ",
        "5 mmol/l = 5000 µmol/l",
        "100 ₹ + 50 ₹ = 150 ₹",
        "20 PLN + 5 PLN = 25 PLN",
        "250 pence = 2.50 GBP",
        "100¢ = $1",
        "1 N = 100000 dynes",
        "1 kgf = 9.80665 N",
        "37 degC = 98.6 degF",
      })
  void knowsManyUnits(String answer) {
    Verdict verdict = judge(answer);
    assertThat(verdict).as(answer).isInstanceOf(Verdict.Passed.class);
    assertThat(((Verdict.Passed) verdict).checks()).as(answer).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 nautical mile = 1800 m",
        "10 knots = 20 km/h",
        "1 atm = 100000 Pa",
        "1 hp = 800 W",
        "180° = 3.2 rad",
        "3000 rpm = 60 Hz",
        "5 µF = 500 nF",
        "1 kB = 1010 bytes",
        "1 GiB = 1000 MiB",
        "9 bits = 1 byte",
        "100 Mbps = 125 MB/s",
        "500 ppm = 0.5%",
        "25 basis points = 2.5%",
        "1 gallon is 4 l",
        "1 carat = 100 mg",
        "1 stone = 12 lb",
        "1 mile = 1700 m",
        "2 gallons = 8 l",
        "2 sq km = 20 hectares",
        "100 ₹ + 50 ₹ = 160 ₹",
        "250 pence = 25 GBP",
        "5 farads = 5 volts",
        "3 Bq = 3 kg",
      })
  void flagsWhatIsOff(String answer) {
    assertThat(judge(answer)).as(answer).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "½ kg = 500 g",
        "2½ hours = 150 minutes",
        "2 ½ hours = 150 minutes",
        "1 1/2 hours = 90 minutes",
        "2 3/4 km = 2750 m",
        "twenty-five kg = 25000 g",
        "one hundred and twenty minutes = 2 hours",
        "two and a half hours = 150 minutes",
        "three hundred grams = 0.3 kg",
        "twelve thousand metres = 12 km",
        "12,34,567 m = 1234.567 km",
        "3 lakh m = 300 km",
        "1_000_000 g = 1000 kg",
        "1'000 g = 1 kg",
        "1 000 000 mg = 1 kg",
        "1.000,5 m + 0,5 m = 1.001 m",
        "٢ kg = ٢٠٠٠ g",
        "２ kg ＝ ２０００ g",
        "10^6 g = 1000 kg",
        "10³ g = 1 kg",
        "1.5E+03 m = 1.5 km",
        "6.02e23 + 1e23 = 7.02e23",
        "−40 °C = −40 °F",
        ".5 kg = 500 g",
        "ninety-nine plus 1 is 100",
      })
  void readsManyNumerals(String answer) {
    Verdict verdict = judge(answer);
    assertThat(verdict).as(answer).isInstanceOf(Verdict.Passed.class);
    assertThat(((Verdict.Passed) verdict).checks()).as(answer).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "½ kg = 600 g",
        "2½ hours = 160 minutes",
        "1 1/2 hours = 80 minutes",
        "twenty-five kg = 26000 g",
        "one hundred and twenty minutes = 3 hours",
        "12,34,567 m = 123.4567 km",
        "٢ kg = ٢٠٠١ g",
        "10^6 g = 100 kg",
        "10³ g = 2 kg",
        "1.5E+03 m = 15 km",
        "ninety-nine plus 1 is 101",
      })
  void flagsWrongOnesInAnyNumeral(String answer) {
    assertThat(judge(answer)).as(answer).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The gas is at −300 °C.",
        "It cools to -500 °F.",
        "The temperature is −5 K.",
        "The mass of the stone is −5 kg.",
        "length: -3 m",
        "The efficiency of the pump is 120%.",
        "The speed of the probe is 400000 km/s.",
        "The probability of rain is 140%.",
      })
  void flagsWhatNatureForbids(String answer) {
    assertThat(judge(answer)).as(answer).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It cools to −200 °C.",
        "The change of mass is −5 kg.",
        "A weight loss of -3 kg.",
        "Sales rose by 120%.",
        "The efficiency is 95%.",
        "From 5 kg -3 kg were taken.",
        "If the mass is −5 kg, something is wrong.",
        "Call 555-1234 or see 3/4/2025.",
        "I won 5 medals in 2 hours.",
        "a hundred and one nights",
        "5 C is cold and 41 F is the same.",
        "One of 10 people, 1 1/2 of them.",
        "20-25 kg is normal.",
        "Chapter 3 - 5 pages",
      })
  void leavesOrdinaryTextAlone(String answer) {
    assertThat(judge(answer)).as(answer).isInstanceOf(Verdict.Passed.class);
  }
}
