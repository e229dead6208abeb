package glassbox.critics.units;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Role;
import glassbox.critics.field.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsCriticTest {

  private static Verdict judge(String answer) {
    return new UnitsCritic().judge(Draft.of("", answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 kg is 2000 g.",
        "2 kg is 2,000 g",
        "2 kg = 2 000 g",
        "3.2 km = 3200 m",
        "5 + 7 = 12",
        "The total is 120 EUR (100 EUR + 20 EUR).",
        "total 120 EUR (100 EUR + 20 EUR)",
        "1e3 m = 1 km",
        "1.5×10^3 m = 1.5 km",
        "2 x 10³ g = 2 kg",
        "12,5 % of 80 kg is 10 kg",
        "12,5 % + 7,5 % = 20 %",
        "20% of 50 is 10",
        "72 km/h = 20 m/s",
        "F = 3 kg * 2 m/s^2 = 6 N",
        "3 kg × 2 m/s² = 6 N",
        "5 miles (8 km)",
        "5 miles is about 8 km",
        "1.6 km = 1 mile",
        "20 °C = 68 °F",
        "20 °C is 293.15 K",
        "a rise of 20 °C (36 °F)",
        "1 h = 60 min = 3600 s",
        "One hour is 60 minutes",
        "A kilometre is 1000 metres.",
        "10 / 3 = 3.33",
        "100 / 3 = 33",
        "1/3 = 33%",
        "2/3 = 0.67",
        "−5 + 3 = −2",
        "$5 million + $2 million = $7 million",
        "$1.2 million = $1,200,000",
        "5 + 7 = **12**",
        "**2 kg = 2000 g**",
        "3 tablets x 250 mg = 750 mg",
        "2 h 30 min = 150 min",
        "5 ft 10 in = 70 in",
        "5 kg/m^3 = 0.005 g/cm^3",
        "2 kg in grams is 2000",
        "2 kg converted to grams equals 2000 g",
        "0.1 + 0.2 = 0.3",
        "(2 + 3) * 4 = 20",
        "2^10 = 1024",
        "five plus seven is 12",
        "3 km > 2500 m",
        "100 EUR - 10% = 90 EUR",
        "1 kWh = 3.6 MJ",
        "5 N·m = 5 J",
        "1 year = 12 months",
        "50% = 0.5",
        "3 apples + 4 apples = 7 apples",
        "There are 1000 g in 1 kg, so 2 kg is 2000 g.",
        "3.2 km, which is 3200 m",
        "40% of all patients",
        "The probability of rain is 0.3.",
        "1 l = 1000 ml",
        "500 mcg = 0.5 mg",
        "2 weeks = 14 days",
        "12 ÷ 4 = 3"
      })
  void passesWhatHolds(String answer) {
    assertThat(judge(answer)).isInstanceOf(Verdict.Passed.class);
    assertThat(((Verdict.Passed) judge(answer)).checks()).as("checks").isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 kg is 2001 g.",
        "2 kg is 2001 g",
        "So 2 kg is 200 g.",
        "3.2 km = 3300 m",
        "5 + 7 = 13",
        "five plus seven is 13",
        "The total is 130 EUR (100 EUR + 20 EUR).",
        "total 130 EUR (100 EUR + 20 EUR)",
        "3 kg = 3 m",
        "2 kg is 3 m.",
        "1e3 m = 2 km",
        "12,5 % of 80 kg is 12 kg",
        "20% of 50 is 11",
        "72 km/h = 25 m/s",
        "F = 3 kg * 2 m/s^2 = 7 N",
        "3 kg × 2 m/s² = 6 J",
        "5 miles (9 km)",
        "20 °C = 70 °F",
        "1 h = 60 min = 3000 s",
        "A kilometre is 100 metres.",
        "10 / 3 = 3.34",
        "2/3 = 0.6",
        "−5 + 3 = 2",
        "$5 million + $2 million = $8 million",
        "5 + 7 = **13**",
        "3 tablets x 250 mg = 700 mg",
        "2 h 30 min = 140 min",
        "2 kg in grams is 200",
        "2^10 = 1000",
        "3 km < 2500 m",
        "100 EUR - 10% = 95 EUR",
        "1 kWh = 3.6 kJ",
        "1 year = 10 months",
        "50% = 0.05",
        "2 kg + 3 m = 5 kg",
        "3 apples + 4 apples = 8 apples",
        "1.5 km is 1540 m.",
        "120% of all patients recovered.",
        "The probability of rain is 1.3.",
        "1,000 g equals 2 kg",
        "5 miles is about 20 km",
        "2.5 h = 151 min",
        "We know 3 kg = 3000 g and 2 kg = 200 g."
      })
  void flagsWhatDoesNot(String answer) {
    assertThat(judge(answer)).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "The density at 20 °C is 998 kg/m3.",
        "The cost of 2 kg is 10 EUR.",
        "x + 5 = 12",
        "2x = 10",
        "log 100 = 2",
        "5! = 120",
        "√16 = 4",
        "If 2 + 2 = 5 then all is lost.",
        "It is wrong that 2 + 2 = 5.",
        "2 + 2 = 5 is wrong.",
        "f(3) = 9",
        "tenfold(2) = 20",
        "the method next(2) = 3",
        "7 % 3 = 1",
        "100 EUR = 110 USD",
        "1 month = 30 days",
        "Step 1 is 5 kg.",
        "5-10 kg = 11-22 lb",
        "version 1.2.3 = 4",
        "2024-05-03 is a Friday",
        "The 5 km is 2 h away.",
        "The average of 4 and 6 = 5",
        "12 patients (30%)",
        "10 km (2 hours)",
        "5 kg (7 kg last year)",
        "Adding 2 kg gives 5 kg.",
        "1 dozen = 12 eggs",
        "a[3] = 4",
        "101 base 2 = 5",
        "We have 3 boxes, i.e. 5 are missing."
      })
  void leavesAloneWhatItCannotJudge(String answer) {
    assertThat(judge(answer)).isEqualTo(new Verdict.Passed(0));
  }

  @Test
  void whatIsGivenMayRepeatAWrongEquationOfTheQuestion() {
    String text = "35*8=278 35*8=279";
    Draft draft = Draft.of("Is 35*8=278 right?", text);
    Stretch given = new Stretch(Field.GIVEN, Role.TEXT, 0, 8);
    assertThat(new UnitsCritic().judge(draft.withStretches(List.of(given))))
        .isEqualTo(new Verdict.Passed(0));
    Stretch other = new Stretch(Field.GIVEN, Role.TEXT, 9, 17);
    assertThat(new UnitsCritic().judge(draft.withStretches(List.of(other))))
        .isInstanceOf(Verdict.Flagged.class);
    Stretch answer = new Stretch(Field.ANSWER, Role.TEXT, 0, 8);
    assertThat(new UnitsCritic().judge(draft.withStretches(List.of(answer))))
        .isInstanceOf(Verdict.Flagged.class);
  }
}
