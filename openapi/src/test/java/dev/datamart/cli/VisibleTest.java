package dev.datamart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text of a caller may do to a terminal: nothing. */
class VisibleTest {

  /** Escape, bell, delete, a C1 introducer, marks of direction, line separators, half an emoji. */
  static final String NASTY =
      "\u0000\t\r\n\u001b]0;x\u0007\u007f\u009b1m\u202e\u2066\u200f\u061c\u2028\u2029\ufeff\ud83d";

  private static final String GOOD = "Zoë’s “50 %” & 日本 👩‍💻 \\ $HOME `x`";

  @Test
  void what_steers_is_shown_as_an_escape() {
    assertThat(Visible.of(NASTY)).matches("[\\x20-\\x7e]*").contains("\\u001b]0;x\\u0007");
    assertThat(Visible.of("a\u009bb\u202ec")).isEqualTo("a\\u009bb\\u202ec");
    assertThat(Visible.of(GOOD)).isSameAs(GOOD);
    assertThat(Visible.lines("a\nb\rc")).isEqualTo("a\nb\\u000dc");
  }

  @Test
  void json_stays_json_of_the_same_value() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    String json = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(List.of(NASTY, GOOD));

    assertThat(mapper.readTree(Visible.lines(json)))
        .isEqualTo(mapper.valueToTree(List.of(NASTY, GOOD)));
    assertThat(Visible.lines(json).codePoints()).noneMatch(c -> c != '\n' && Visible.steers(c));
  }

  @Test
  void every_character_that_steers_is_known() {
    for (int c : new int[] {0, 8, 0x1b, 0x7f, 0x80, 0x85, 0x9b, 0x9f, 0xad, 0xd800, 0xe0041}) {
      assertThat(Visible.steers(c)).as(Integer.toHexString(c)).isTrue();
    }
    for (int c : new int[] {' ', '~', 0xa0, 'é', 0x200d, 0x1f469, 0x65e5}) {
      assertThat(Visible.steers(c)).as(Integer.toHexString(c)).isFalse();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_quoted_word_hands_on_the_same_bytes() throws Exception {
    String sent = NASTY.replace("\u0000", "").replace("\ud83d", "") + "it's " + GOOD;

    String word = Visible.quoted(sent);
    Process bash = new ProcessBuilder("bash", "-c", "printf %s " + word).start();
    byte[] heard = bash.getInputStream().readAllBytes();

    assertThat(word.codePoints()).noneMatch(Visible::steers);
    assertThat(heard).isEqualTo(sent.getBytes(StandardCharsets.UTF_8));
    assertThat(Visible.quoted("it's")).isEqualTo("'it'\\''s'");
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        '\0', '\u0007', '\b', '\t', '\r', '\u001b', '\u007f', '\u0080', '\u0085', '\u009b',
        '\u00ad', '\u061c', '\u200b', '\u200e', '\u200f', '\u2028', '\u2029', '\u202a', '\u202b',
        '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069', '\ufeff', '\ufffe',
        '\uffff', '\ud800', '\udfff'
      })
  void what_steers_turns_hides_or_is_forbidden_in_xml_is_an_escape(char letter) {
    assertThat(Visible.lines("a" + letter + "b"))
        .isEqualTo(Visible.of("a" + letter + "b"))
        .isEqualTo("a\\u%04xb".formatted((int) letter));
  }

  @Test
  void a_line_break_is_kept_where_lines_are_meant_and_nowhere_else() {
    assertThat(Visible.lines("a\nb")).isEqualTo("a\nb");
    assertThat(Visible.of("a\nb")).isEqualTo("a\\u000ab");
  }

  @Test
  void a_hidden_letter_beyond_16_bits_is_two_escapes() {
    assertThat(Visible.of("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
  }
}
