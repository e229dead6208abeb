package glassbox.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgentChecksTest {
  private static final String HONEST =
      """
      {`passes`:[{`number`:0,`agent`:`a1`},{`number`:1000,`agent`:`a2`},{`number`:2000,`agent`:`a3`}],
       `judgements`:[{`phase`:`checks`,`open`:true},
                     {`phase`:`answer`,`open`:true,`chi`:{`value`:0.1}}],
       `trace`:{`claims`:[{`id`:`a1.c1`,`supports`:[`a1.t1`]},{`id`:`a2.c1`,`supports`:[`a2.t1`]},
                          {`id`:`a3.c1`,`supports`:[`a3.t9`]}]},
       `agents`:{`speaker`:`a2`,`chosen`:true,`agreeing`:[`a1`],`dissenting`:[],
         `supports`:[`a2.t1`,`a1.t1`],
         `others`:[
           {`agent`:`a1`,`judgements`:[{`phase`:`answer`,`open`:true,`chi`:{`value`:0.2}}]},
           {`agent`:`a3`,`judgements`:[{`phase`:`answer`,`open`:false,`chi`:{`value`:0.05}}],
            `failure`:{`cause`:`gate`}}]}}
      """
          .replace('`', '"');

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void anHonestChoiceHolds() {
    assertThat(AgentChecks.wrong(json(HONEST))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`value`:0.2 | `value`:0.02 | lower chi",
        "`chosen`:true | `chosen`:false | nobody was chosen",
        "`agreeing`:[`a1`] | `agreeing`:[] | those that passed",
        "`agreeing`:[`a1`] | `agreeing`:[`a1`,`a3`] | those that passed",
        "`number`:1000,`agent`:`a2` | `number`:1000,`agent`:`a9` | pass 1000",
        "`agent`:`a1`,`judgements` | `agent`:`a2`,`judgements` | one name",
        "`supports`:[`a2.t1`,`a1.t1`] | `supports`:[`a2.t1`] | the evidence",
        "{`phase`:`answer`,`open`:true,`chi`:{`value`:0.1}} | {`phase`:`answer`,`open`:false} "
            + "| exactly where its gate opened",
      })
  void aFalseChoiceIsFound(String part, String other, String found) {
    String honest = part.replace('`', '"');
    assertThat(HONEST).contains(honest);
    assertThat(AgentChecks.wrong(json(HONEST.replace(honest, other.replace('`', '"')))))
        .extracting(Finding::text)
        .anySatisfy(text -> assertThat(text).contains(found));
  }

  @Test
  void aRunOfOneNamesNoAgent() {
    assertThat(AgentChecks.wrong(json("{\"passes\":[{\"number\":0}],\"judgements\":[]}")))
        .isEmpty();
    assertThat(
            AgentChecks.wrong(
                json("{\"passes\":[{\"number\":0,\"agent\":\"a1\"}],\"judgements\":[]}")))
        .hasSize(1);
  }
}
