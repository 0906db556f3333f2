package dev.datamart.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a locale takes from words, and how they come back. */
class TypedWordsTest {

  @Test
  void words_that_lost_letters_are_the_last_ones_that_were_typed() {
    List<String> typed = List.of("java", "-jar", "x.jar", "--seed", "\u00fc.json");

    assertThat(TypedWords.restored(List.of("--seed", "??.json"), typed))
        .containsExactly("--seed", "\u00fc.json");
  }

  @Test
  void words_stay_as_they_are_where_nobody_tells_what_was_typed() {
    assertThat(TypedWords.restored(List.of("--seed", "??.json"), List.of()))
        .containsExactly("--seed", "??.json");
  }

  @Test
  void variables_keep_their_names_and_get_their_letters_back() {
    assertThat(
            TypedWords.restored(
                Map.of("A", "??", "B", "b=c"), List.of("A=\u00fc", "B=b=c", "NOT_SEEN=1", "odd")))
        .isEqualTo(Map.of("A", "\u00fc", "B", "b=c"));
  }

  @Test
  void a_name_of_usual_letters_is_its_path() {
    assertThat(FileName.path("a/b c.json")).isEqualTo(Path.of("a", "b c.json"));
  }

  @Test
  void no_file_has_no_name() {
    assertThatThrownBy(() -> FileName.path("")).isInstanceOf(InvalidPathException.class);
    assertThatThrownBy(() -> FileName.path("a\0b")).isInstanceOf(InvalidPathException.class);
  }
}
