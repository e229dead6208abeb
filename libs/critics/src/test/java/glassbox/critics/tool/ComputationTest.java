package glassbox.critics.tool;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Well-formed, well-sourced computations that are not the one asked for. */
class ComputationTest {

  private static Verdict judge(String prompt, String calls, String answer) {
    return new ArgsCritic()
        .judge(new Draft(prompt, Optional.empty(), answer, Calls.of(calls), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // given in different units
        "Mix 3 litres of milk and 250 ml of cream. How many ml is that? | calculator 3+250 => 253"
            + " | 253 ml",
        "A plank of 2 m loses 35 cm. What is left, in cm? | calculator 2-35 => -33 | -33 cm",
        "A parcel has 4 kg of rice and 300 g of salt. What is it in g? | convert 4 kg g => 4000 g &"
            + " calculator 4000+4 => 4004 | 4004 g",
        // left out, though it belongs to the other
        "What is 64 kg plus 558 g in g? | convert 64 kg g => 64000 g & calculator 64000*1 => 64000"
            + " | 64000 g",
        // another number than the last result
        "Rent is 700 euros and power is 85 euros. What is it? | calculator 700+85 => 785 | 700"
            + " euros",
        "What is 58 g plus 604 mg in mg? | convert 58 g mg => 58000 mg & calculator 58000+604 =>"
            + " 58604 | 58000 mg",
        "Give the mean of 4, 8 and 9. | calculator (4+8+9)/3 => 7 | 21",
        "Turn 999 g into mg. | convert 999 g mg => 999000 mg | 998 mg",
        "Run int f(int x){return x+1;} with 5. | java int f(int x){return x+1;} f(5) => 6 | 5",
        // nothing that brings the unit
        "A van needs 7 l per km. How many l from Arlen to Bosk? | route Arlen Bosk => Arlen Bosk 4"
            + " km & calculator 4*4 => 16 | 16 l",
        "A truck burns 30 l per 100 km. What does it burn for 250 km? | calculator 250*250/100 =>"
            + " 625 | 625 l",
        "How many mg a day are 143 mg every 12 hours? | calculator 24-12 => 12 | 12 mg",
        // a period multiplies
        "A nurse gives 20 ml every 4 hours. What is that a day? | calculator 20*4 => 80 | 80 ml",
        "A tap fills 12 litres every 3 minutes. How many in all? | calculator 12*3 => 36 | 36"
            + " litres",
        // another expression of the same numbers
        "Work out (14+6)*3 with the calculator. | calculator 14+6*3 => 32 | 32",
        "What is 19 minus 7? | calculator 7-19 => -12 | -12",
        "How much is 8 times 12? | calculator 8+12 => 20 | 20",
        // rows of all years
        "What were the costs of Ash in Q2 2031? | sql select c from f where n='Ash' and q=2 => 55 |"
            + " 55",
        "How many firms had costs above 40? | sql select count(*) from f => 12 | 12",
        // a number in another one's place
        "What is the mass of 66 l of durane? | sql select d from m where n='durane' => 9 &"
            + " calculator 66*66 => 4356 | 4356 kg",
        "115 mg every 8 hours: how many mg a day? | calculator 115*24/115 => 24 | 24 mg",
        // a number on which nothing depends
        "143 mg every 12 hours: how many mg a day? | calculator (12*143)/143 => 12 | 12 mg",
        "How many hours after 2 is it? | sql select h from n => 12 & calculator 12-2+2 => 12 | 12",
        "How many pens are 58 pens? | calculator 58 => 58 | 58",
        // another operation than the words say
        "How much is 9 kg plus 2 kg? | calculator 9*2 => 18 | 18 kg",
        "Subtract 3 from 10. | calculator 3-10 => -7 | -7",
        "What is the average of 4, 8 and 9? | calculator (4+8+9)/9 => 2.333333 | 2.333333",
        "Sales were 120 and costs 80 million euros. What was the profit? | calculator 120+80 => 200"
            + " | 200 million euros",
        "Rents grew from 80 to 100 euros. By how many percent? | calculator (100-80)/100*100 => 20"
            + " | 20 percent",
        "Ann has 20 pens, gives away 3 and finds 5. How many pens is that? | calculator 20+3+5 =>"
            + " 28 | 28 pens",
        "Each bag holds 16 seeds. How many seeds do 4 bags hold? | calculator 16+4 => 20 | 20"
            + " seeds",
      })
  void anotherComputationIsFlagged(String prompt, String calls, String answer) {
    assertThat(judge(prompt, calls, answer)).as(calls).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "What is 3 kg and 40 g in g? | convert 3 kg g => 3000 g & calculator 3000+40 => 3040 | 3040"
            + " g",
        "How many days are 5 weeks and 3 days? | calculator 5*7+3 => 38 | 38 days",
        "How many inches are 5 feet and 3 inches? | calculator 5*12+3 => 63 | 63 inches",
        "It has 20 °C and gets 5 K warmer. How warm is it? | calculator 20+5 => 25 | 25 °C",
        "A man of 180 cm walks 3 km and then 2 km. How far? | calculator 3+2 => 5 | 5 km",
        "What is 12*12? Prove it. | calculator 12*12 => 144 & calculator 144/12 => 12 | 144",
        "How many buses of 40 seats do 100 people need? | calculator 100/40 => 2.5 | 3 buses",
        "Split 100 euros among 3. | calculator 100/3 => 33.3333333333 | 33.33 euros",
        "The growth from 80 to 100 in percent? | calculator (100-80)/80 => 0.25 | 25 percent",
        "Turn 90 minutes into hours. | calculator 90/60 => 1.5 | 1 h 30 min",
        "Every 15 minutes a bus goes. How long are 4 rounds? | calculator 15*4 => 60 | 1 hour",
        "Which is more, 3*4 or 2*5? | calculator 3*4 => 12 & calculator 2*5 => 10 | 12",
        "Is 57*6=340? | calculator 57*6 => 342 | no",
        "What do 3 kg at 5 euros cost? | calculator 3*5 => 15 | 15 euros",
        "What do 2 l of water weigh in kg? | calculator 2*1 => 2 | 2 kg",
        "I drink 2 l daily. How many l in 7 days? | calculator 2*7 => 14 | 14 l",
        "A room is 4 m by 5 m. What is its area? | calculator 4*5 => 20 | 20 m²",
        "How fast is 100 km in 2 h? | calculator 100/2 => 50 | 50 km/h",
        "A car uses 8 l per 100 km. What for 250 km? | calculator 8*250/100 => 20 | 20 l",
        "I paid 12 euros at 3 euros per kg. How much did I get? | calculator 12/3 => 4 | 4 kg",
        "A nurse gives 20 ml every 4 hours. What is that a day? | calculator 24/4 => 6 & calculator"
            + " 6*20 => 120 | 120 ml",
        "Ann pays 30 euros every 2 weeks. What in 52 weeks? | calculator 52/2*30 => 780 | 780"
            + " euros",
        "What is 8 plus 9? | calculator 9+8 => 17 | 17",
        "How much is 2 l plus 9 l? | calculator 2+9 => 11 | 11 l",
        "Which firm had costs over 40 in 2031? | sql select n from f where c>40 and y=2031 => Ash |"
            + " Ash",
        "What sold best in Q3? | sql select n from f where quarter=3 order by s limit 1 => Ash |"
            + " Ash",
        "How many minutes does a trip of 12 km at 60 km/h take? | calculator 12/60*60 => 12 | 12"
            + " minutes",
        "Ann had 30 pens and lost 30. How many is that? | calculator 30-30 => 0 | 0",
        "Work out (27-27)*45. | calculator (27-27)*45 => 0 | 0",
        "What is 7 minus 7 plus 3? | calculator 7-7+3 => 3 | 3",
        "3 of the 100 are red. What is that in percent? | calculator 3/100*100 => 3 | 3 percent",
        "What is 3 squared plus 4 squared? | calculator 3*3+4*4 => 25 | 25",
        "The side of a square is 5 m. What is its area? | calculator 5*5 => 25 | 25 m²",
        "Multiply 6 by 7. | calculator 6*7 => 42 | 42",
        "What is the average of 3 and 5, plus 2? | calculator (3+5)/2+2 => 6 | 6",
        "The profit was 40 and the costs were 80. What were the sales? | calculator 40+80 => 120 |"
            + " 120",
        "Each bag holds 16 seeds. How many bags do 48 seeds fill? | calculator 48/16 => 3 | 3 bags",
        "100 pens are put in boxes with 20 each. How many boxes is that? | calculator 100/20 => 5 |"
            + " 5 boxes",
        "Ann has 20 pens and gives 3 to each of 4 friends. How many has she? | calculator 20-3*4 =>"
            + " 8 | 8",
        "How many of 20 pupils with 12 girls are boys? | calculator 20-12 => 8 | 8",
        "Is 7 plus 8 more than 14? | calculator 7+8 => 15 | yes",
      })
  void whatIsAskedForPasses(String prompt, String calls, String answer) {
    assertThat(judge(prompt, calls, answer)).as(calls).isInstanceOf(Verdict.Passed.class);
  }
}
