package glassbox.esi.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolsTest {

  private static final RouteGraph MAP =
      new RouteGraph(
          List.of(
              new RouteGraph.Road("Arlen", "Bosk", 12),
              new RouteGraph.Road("Bosk", "Carn", 5),
              new RouteGraph.Road("Arlen", "Dorn", 8),
              new RouteGraph.Road("Dorn", "Carn", 9),
              new RouteGraph.Road("Elm", "Fen", 1)));
  private static final ToolBox BOX =
      new ToolBox(
          List.of(
              new Calculator(),
              new Converter(List.of(new OwnUnit(List.of("rod", "rods"), new BigDecimal(4), "m"))),
              new RouteTool(() -> MAP),
              new Simulator(() -> MAP),
              new JavaTool((method, call) -> call + " of " + method.length()),
              new QuoteTool(
                  List.of(
                      new QuoteTool.Document("context", "Take  two\npills a day. two pills.")))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calculator 12*35|420",
        "calculator (3 + 4) * -2|-14",
        "calculator 1/3*3|1",
        "calculator 2/3|0.6666666667",
        "calculator min(4,3,9)+max(1,2)|5",
        "calculator 0.1+0.2|0.3",
        "calculator 7-7|0",
        "calculator 100000000000*10|1000000000000",
        "convert 3 kg g|3000 g",
        "convert 420 g kg|0.42 kg",
        "convert 90 min h|1.5 h",
        "convert 2 rod m|8 m",
        "convert 10 m rods|2.5 rod",
        "convert 36 km/h m/s|10 m/s",
        "convert 25 °C K|298.15 K",
        "convert 5 litres ml|5000 ml",
        "route Arlen Carn|Arlen Bosk Carn 17 km",
        "route Elm Elm|Elm 0 km",
        "simulate Arlen Bosk Carn|cost 17 km violations 0",
        "simulate Arlen Carn|cost 0 km violations 1: no road from Arlen to Carn",
        "quote two pills a|found",
        "quote three pills|not found",
        "java int f(int x){return x+1;} f(3)|f(3) of 25",
      })
  void givesWhatTheWorldsTextSays(String call, String output) {
    ToolResult result = BOX.run(call);
    assertThat(result.output()).isEqualTo(output);
    assertThat(result.failed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calculator 1/0|error: division by zero",
        "calculator 2^9|error: cannot read 2^9",
        "calculator 1e9|error: cannot read 1e9",
        "calculator 2(3)|error: cannot read 2(3)",
        "calculator random()|error: cannot read random()",
        "calculator|error: a call is TOOL INPUT",
        "convert 3 kg m|error: kg cannot become m",
        "convert 3 kg bushels|error: no unit is called bushels",
        "convert 3 EUR USD|error: EUR cannot become USD",
        "convert 1e999 kg g|error: no number: 1e999",
        "convert 3 kg|error: a conversion is NUMBER UNIT UNIT",
        "route Arlen Nowhere|error: no site is called Nowhere",
        "route Arlen Elm|error: there is no way from Arlen to Elm",
        "java f(3)|error: a snippet is METHOD CALL",
        "telephone mother|error: no tool is called telephone",
      })
  void saysWhatACallCannotHave(String call, String output) {
    ToolResult result = BOX.run(call);
    assertThat(result.output()).isEqualTo(output);
    assertThat(result.failed()).isTrue();
  }

  @Test
  void boundsTheCalculator() {
    assertThat(BOX.run("calculator " + "(".repeat(40) + "1" + ")".repeat(40)).failed()).isTrue();
    assertThat(BOX.run("calculator " + "9".repeat(31)).failed()).isTrue();
    assertThat(BOX.run("calculator " + "1+".repeat(200) + "1").failed()).isTrue();
    String large = "9".repeat(30);
    assertThat(BOX.run("calculator " + String.join("*", large, large, large)).output())
        .isEqualTo("error: the result is too large or too small to write");
    assertThat(BOX.run("calculator " + "-".repeat(200) + "1").output()).isEqualTo("1");
  }

  @Property(tries = 2000)
  void answersAnyCallInOneLine(@ForAll("calls") String call) {
    ToolResult result = BOX.run(call);
    assertThat(result.output()).isNotBlank().doesNotContain("\n");
    assertThat(result.output().length()).isLessThanOrEqualTo(ToolBox.LONGEST_OUTPUT + 10);
    assertThat(result.output().startsWith("error: ")).isEqualTo(result.failed());
  }

  @Provide
  Arbitrary<String> calls() {
    Arbitrary<String> name = Arbitraries.of("calculator", "convert", "route", "quote", "java", "x");
    Arbitrary<String> rest =
        Arbitraries.of(
                "12", "*", "-", "(", ")", ",", "min(", "max(", "/", "0", " ", "kg", " km/h", ".",
                "Arlen", "{", "}", "f(1)", "\n", "€", "1/0")
            .list()
            .ofMaxSize(12)
            .map(parts -> String.join("", parts));
    return name.flatMap(tool -> rest.map(input -> tool + " " + input));
  }

  @Test
  void findsAQuoteWhereItStands() {
    var tool =
        new QuoteTool(
            List.of(new QuoteTool.Document("context", "Take  two\npills a day. two pills.")));
    assertThat(tool.resolve("two pills"))
        .containsExactly(
            new QuoteTool.Occurrence("context", 6, 15),
            new QuoteTool.Occurrence("context", 23, 32));
    assertThat(tool.resolve("  ")).isEmpty();
  }

  @Test
  void drivesUntilTheFirstViolation() {
    var simulator = new Simulator(() -> MAP);
    assertThat(simulator.drive(List.of("Arlen", "Bosk", "Elm", "Fen")))
        .isEqualTo(new Simulator.Simulation(12, List.of("no road from Bosk to Elm")));
    assertThat(simulator.drive(List.of("Arlen", "Nowhere")).violations())
        .containsExactly("no site is called Nowhere", "no road from Arlen to Nowhere");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select revenue from figures where company='Halden' and year=2031",
        "SELECT count(*), sum(revenue) FROM figures",
        "select town from companies where name='it''s; drop table x';",
        "select a.name from companies a join figures f on f.company = a.name order by a.name desc"
            + " limit 3",
        "select round(avg(profit)) from figures where quarter in (1, 2)",
      })
  void letsPlainQueriesThrough(String query) {
    assertThat(SqlGuard.check(query)).doesNotEndWith(";");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from figures",
        "select 1; select 2",
        "select 1 -- x",
        "select 1 /* x */",
        "select pg_sleep(10)",
        "select pg_read_file('x')",
        "select * from pg_catalog.pg_authid",
        "select * from information_schema.tables",
        "select 1 into t",
        "select * from figures for update",
        "select set_config('role', 'x', false)",
        "select \"name\" from companies",
        "select $$x$$",
        "select lo_import ('x')",
        "with recursive t as (select 1) select * from t",
        "select e'\\x41'",
      })
  void refusesEverythingElse(String query) {
    assertThatThrownBy(() -> SqlGuard.check(query)).isInstanceOf(ToolException.class);
  }

  @Test
  void seesWhatSuccessiveResultsBreak() {
    assertThat(Invariants.broken(BOX.run("convert 1 m mm"), BOX.run("convert 1000 mm m")))
        .isEmpty();
    assertThat(
            Invariants.broken(
                BOX.run("convert 1 m mm"),
                new ToolResult("convert", "tool", "1000 mm m", "2 m", false)))
        .contains("a conversion there and back");
    assertThat(
            Invariants.broken(
                new ToolResult("sql", "table_row", "select 1", "1", false),
                new ToolResult("sql", "table_row", "select 1", "2", false)))
        .contains("the result of one call");
    assertThat(
            Invariants.broken(
                new ToolResult("sql", "table_row", "a", "10 EUR", false),
                new ToolResult("sql", "table_row", "b", "11 USD", false)))
        .contains("the currency");
    assertThat(Invariants.broken(BOX.run("x y"), BOX.run("x y"))).isEmpty();
  }

  @Test
  void refusesTwoToolsOfOneName() {
    assertThatThrownBy(() -> new ToolBox(List.of(new Calculator(), new Calculator())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Converter(List.of(new OwnUnit(List.of("x"), BigDecimal.ONE, "nothing"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
