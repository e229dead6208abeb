package glassbox.critics.tool;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.Verdict;
import glassbox.critics.tool.argument.Formula;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodsTest {

  private static Verdict judge(String prompt, String snippet, String output, String answer) {
    List<Fragment> ran = List.of(Fragment.call("t1", "java", snippet, output));
    return new ArgsCritic().judge(new Draft(prompt, Optional.empty(), answer, ran, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Run int f(int x){return x+61;} with 51. | int f(int x){return x+61;} f(61) | 122 | 122",
        "What does int g(int a){return a%7;} return for 30? | int g(int a){return a%30;} g(30) | 0"
            + " | 0",
        "What does int g(int a){return a%7;} return for 30? | int g(int a){return a%7;} g(7) | 0 |"
            + " 0",
        "Evaluate static int area(int w, int h) { return w * h; } for 6 and 7. | static int"
            + " area(int w, int h) { return w * h; } area(6, 6) | 36 | 36",
        "Write a method that subtracts 6 and multiplies by 4. | int f(int x){return (x-6)*6;} f(2)"
            + " | -24 | int f(int x){return (x-6)*6;}",
        "Write h: it multiplies by 3 and adds 5. | int h(int x){return (x+5)*3;} h(2) | 21 | int"
            + " h(int x){return (x+5)*3;}",
        "Write a method h that subtracts 4 from its argument. | int h(int x){return 4-x;} h(2) | 2"
            + " | int h(int x){return 4-x;}",
        "Write k that adds 9. | int k(int x){return x+9;} k(1) | 10 | int k(int x){return x+8;}",
      })
  void anotherMethodOrCallIsFlagged(String prompt, String snippet, String output, String answer) {
    assertThat(judge(prompt, snippet, output, answer)).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Run int f(int x){return x+61;} with 51. | int f(int x){ return x + 61; } f(51) | 112 |"
            + " 112",
        "What does int f(int x){return x+61;} do? | int f(int x){return x+61;} f(3) | 64 | it adds"
            + " 61",
        "Fix int f(int x){return x+61;} so that it adds 62. | int f(int x){return x+62;} f(3) | 65"
            + " | int f(int x){return x+62;}",
        "In Java 17, write a method f that adds 5. | int f(int x){return x+5;} f(3) | 8 | int f(int"
            + " x){return x+5;}",
        "Write f that adds 5 if x is over 10. | int f(int x){return x>10?x+5:x;} f(11) | 16 | int"
            + " f(int x){return x>10?x+5:x;}",
        "Write f that adds 3 to x and multiplies the result by 2. | int f(int x){return 2*(x+3);}"
            + " f(1) | 8 | int f(int x){return 2*(x+3);}",
        "Write f that multiplies by 2 and subtracts 3. For example f(5) = 7. | int f(int x){return"
            + " x*2-3;} f(5) | 7 | int f(int x){return x*2-3;}",
        "Write f that multiplies by 4. | int f(int x){return x<<2;} f(1) | 4 | int f(int x){return"
            + " x<<2;}",
        "Write k that adds 9. | int k(int x){return x+9;} k(1) | 10 | int k(int x){ // nine\\n"
            + " return x + 9;}",
      })
  void whatTheQuestionBringsOrDescribesPasses(
      String prompt, String snippet, String output, String answer) {
    Verdict verdict = judge(prompt, snippet, output, answer.replace("\\n", "\n"));
    assertThat(verdict).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void formulasHaveTheValueThatArithmeticGives() {
    assertThat(Formula.value("(53-68)*67")).isEqualTo(-1005);
    assertThat(Formula.value("2+3*4^2/8-1")).isEqualTo(7);
    assertThat(Formula.value("-(x-2)*3", 5)).isEqualTo(-9);
    assertThat(Formula.value("f(3)")).isNaN();
    assertThat(Formula.value("3+")).isNaN();
    assertThat(Formula.value("(".repeat(5000) + "1")).isNaN();
  }
}
