package glassbox.esi.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to anna.berg+x@mail.example.org today|anna.berg+x@mail.example.org|email",
        "transfer to DE89 3704 0044 0532 0130 00 now|DE89 3704 0044 0532 0130 00|iban",
        "card 4111 1111 1111 1111 expires|4111 1111 1111 1111|card",
        "his number 078-05-1120 was used|078-05-1120|social_security",
        "ring +49 30 901820 first|+49 30 901820|phone",
        "ring 030 9018 2055 first|030 9018 2055|phone",
        "ring (555) 123-4567 first|(555) 123-4567|phone",
        "phone number is 5551234567 here|5551234567|phone",
        "from 192.168.17.4 at noon|192.168.17.4|ip_address",
        "patient number: P-4711-22 came|P-4711-22|id",
        "born on 12.03.1984 in town|12.03.1984|birth_date",
        "a letter to Dr. Anna Maria Berg came|Anna Maria Berg|name",
        "my name is Jan Novak and|Jan Novak|name",
        "Dear Mirela, thanks|Mirela|name"
      })
  void masksPersonalData(String text, String hidden, String kind) {
    Masked masked = Redactor.mask(text);
    int start = text.indexOf(hidden);
    assertThat(masked.marks())
        .containsExactly(new Masked.Mark(kind, start, start + hidden.length()));
    assertThat(masked.text())
        .hasSize(text.length())
        .doesNotContain(hidden)
        .startsWith(text.substring(0, start))
        .endsWith(text.substring(start + hidden.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12*35+4200000",
        "1234567890123456",
        "revenue 2030 Q2 46",
        "Ashgrove 57 crowns in 2031",
        "3.14159 26.5 1.2.3",
        "select profit from figures where year = 2030 and quarter = 2",
        "Kalden Ostmere",
        "int f(int x){return 3*x+1;} f(12345)",
        "15 kg 2500 g 0.5 m",
        "dentist on 3 May at 10:30"
      })
  void leavesOrdinaryTextAlone(String text) {
    assertThat(Redactor.mask(text)).isEqualTo(new Masked(text, List.of()));
  }

  @Test
  void severalPiecesAreMaskedEachInItsPlace() {
    Masked masked = Redactor.mask("Mr. Berg, b@x.org, b@y.org");
    assertThat(masked.text()).isEqualTo("Mr. ****, *******, *******");
    assertThat(masked.marks())
        .extracting(Masked.Mark::kind)
        .containsExactly("name", "email", "email");
  }

  @Property(tries = 500)
  void lengthsAndOffsetsStay(@ForAll String text) {
    Masked masked = Redactor.mask(text);
    assertThat(masked.text()).hasSize(text.length());
    int end = 0;
    for (Masked.Mark mark : masked.marks()) {
      assertThat(mark.start()).isGreaterThanOrEqualTo(end);
      assertThat(mark.end()).isGreaterThan(mark.start()).isLessThanOrEqualTo(text.length());
      end = mark.end();
    }
    assertThat(Redactor.mask(masked.text()).text()).hasSize(text.length());
  }
}
