package dev.datamart.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
  @ParameterizedTest
  @ValueSource(
      chars = {
        '\0', '\u0007', '\b', '\t', '\r', '\u001b', '\u007f', '\u0080', '\u0085', '\u009b',
        '\u00ad', '\u061c', '\u200b', '\u200e', '\u200f', '\u2028', '\u2029', '\u202a', '\u202b',
        '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069', '\ufeff', '\ufffe',
        '\uffff', '\ud800', '\udfff'
      })
  void what_steers_turns_or_hides_is_an_escape(char letter) {
    assertThat(Visible.lines("a" + letter + "b"))
        .isEqualTo(Visible.line("a" + letter + "b"))
        .isEqualTo("a\\u%04xb".formatted((int) letter));
  }

  @Test
  void a_line_break_is_kept_where_lines_are_meant_and_nowhere_else() {
    assertThat(Visible.lines("a\nb")).isEqualTo("a\nb");
    assertThat(Visible.line("a\nb")).isEqualTo("a\\u000ab");
  }

  @Test
  void what_is_seen_stays_as_it_is() {
    String text = "Größe 大 🦊 \u05d0 e\u0301 ~\u00a0";

    assertThat(Visible.line(text)).isSameAs(text);
  }

  @Test
  void a_hidden_letter_beyond_16_bits_is_two_escapes() {
    assertThat(Visible.line("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
  }
}
