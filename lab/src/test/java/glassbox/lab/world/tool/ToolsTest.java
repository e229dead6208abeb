package glassbox.lab.world.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.EntityKind;
import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.facts.Period;
import glassbox.lab.world.facts.Road;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolsTest {

  private static final FactBook BOOK = FactBook.of(5);
  private static final Tools TOOLS = new Tools(BOOK);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calculator 12*35|420",
        "calculator 2+3*4|14",
        "calculator (2+3)*4|20",
        "calculator 2-3-4|-5",
        "calculator 24/4/2|3",
        "calculator 1/3|0.3333333333",
        "calculator -(2+3)|-5",
        "calculator min(5*18,200)|90",
        "calculator max(1,2,3)|3",
        "calculator 0.1+0.2|0.3",
        "calculator 100-100|0",
        "convert 3 kg g|3000 g",
        "convert 0.5 h min|30 min",
        "convert 602 g kg|0.602 kg",
        "convert 2 rod m|8 m",
        "convert 3 casks litres|120 l",
        "java int f(int x){return x*4+7;} f(5)|27",
        "java int f(int x){return (x-9)*3;} f(-1)|-30",
        "java int f(int x){return x*65536*65536;} f(3)|0"
      })
  void toolsCompute(String call, String output) {
    assertThat(TOOLS.run(call, Optional.empty())).isEqualTo(output);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calculator",
        "calculator 1/0",
        "calculator 2+",
        "calculator 2 3 x",
        "calculator (2",
        "convert 3 kg m",
        "convert 3 kg",
        "convert x kg g",
        "convert 3 stone g",
        "route Arlen Nowhere",
        "route Arlen",
        "java int f(int x){return y;} f(1)",
        "java int f(int x){return x;} g(1)",
        "java System.exit(1)",
        "sql drop table companies",
        "sql select town from nowhere",
        "sql select colour from companies",
        "sql select town from companies where name=",
        "sql select sum(town) from companies",
        "shell ls"
      })
  void whatCannotRunIsRefused(String call) {
    assertThatThrownBy(() -> TOOLS.run(call, Optional.empty())).isInstanceOf(ToolException.class);
  }

  @Test
  void quotesAreLookedUpInTheContext() {
    Optional<String> context = Optional.of("Norvik makes lamps. Tallis makes tiles.");
    assertThat(TOOLS.run("quote Norvik makes lamps.", context)).isEqualTo("found");
    assertThat(TOOLS.run("quote Norvik makes tiles.", context)).isEqualTo("not found");
    assertThat(TOOLS.run("quote Norvik", Optional.empty())).isEqualTo("not found");
  }

  @Test
  void queriesGiveTheFacts() {
    for (String company : BOOK.names(EntityKind.COMPANY)) {
      String town = BOOK.find(company, Attribute.TOWN).orElseThrow().value().text();
      assertThat(sql("select town from companies where name='" + company + "'")).isEqualTo(town);
      long sum = 0;
      for (int quarter = 1; quarter <= 4; quarter++) {
        var period = new Period(Period.PAST, quarter);
        String profit = BOOK.find(company, Attribute.PROFIT, period).orElseThrow().value().text();
        String where =
            " from figures where company='" + company + "' and year=2030 and quarter=" + quarter;
        assertThat(sql("select profit" + where)).isEqualTo(profit);
        assertThat(sql("select revenue, costs" + where)).matches("\\d+ \\d+");
        sum += Long.parseLong(profit);
      }
      assertThat(
              sql("select sum(profit) from figures where company='" + company + "' and year=2030"))
          .isEqualTo(Long.toString(sum));
    }
    assertThat(sql("select count(*) from figures where year=2031 and quarter in (1,3)"))
        .isEqualTo("16");
    assertThat(sql("select max(unit) from figures where unit in ('million crowns')"))
        .isEqualTo("million crowns");
    assertThat(sql("select town from companies where name='Nobody'")).isEqualTo("none");
    assertThat(sql("select count(*) from figures")).isEqualTo("64");
    assertThat(sql("select company from figures order by profit desc limit 1").split(" "))
        .hasSize(1);
  }

  private static String sql(String query) {
    return TOOLS.run("sql " + query, Optional.empty());
  }

  @Test
  void figuresAddUp() {
    for (String company : BOOK.names(EntityKind.COMPANY)) {
      for (int quarter = 1; quarter <= 4; quarter++) {
        var period = new Period(Period.PRESENT, quarter);
        assertThat(figure(company, Attribute.REVENUE, period))
            .isEqualTo(
                figure(company, Attribute.COSTS, period)
                    + figure(company, Attribute.PROFIT, period));
      }
    }
  }

  private static int figure(String company, Attribute attribute, Period period) {
    return Integer.parseInt(BOOK.find(company, attribute, period).orElseThrow().value().text());
  }

  /** Against the distances of Floyd and Warshall. */
  @Test
  void waysAreShortest() {
    List<String> sites = BOOK.roads().sites();
    Map<String, Integer> km = new HashMap<>();
    for (Road road : BOOK.roads().roads()) {
      km.merge(road.from() + road.to(), road.km(), Math::min);
      km.merge(road.to() + road.from(), road.km(), Math::min);
    }
    for (String over : sites) {
      for (String from : sites) {
        for (String to : sites) {
          Integer first = km.get(from + over);
          Integer second = km.get(over + to);
          if (first != null && second != null && !from.equals(to)) {
            km.merge(from + to, first + second, Math::min);
          }
        }
      }
    }
    for (String from : sites) {
      for (String to : sites) {
        if (!from.equals(to)) {
          RouteFinder.Way way = TOOLS.routes().shortest(from, to);
          assertThat(way.km()).isEqualTo(km.get(from + to));
          assertThat(way.sites()).startsWith(from).endsWith(to).doesNotHaveDuplicates();
        }
      }
    }
  }
}
