package dev.datamart.mock.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datamart.mock.memory.ByteBudget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every case comes in one piece, and again byte by byte: the pieces decide nothing. */
class RequestReaderTest {

  private static final int MOST_HEAD = 512;
  private static final int MOST_BODY = 64;

  private final ByteBudget budget = new ByteBudget(1_000_000);

  @Test
  void a_request_without_a_body_ends_with_its_head() throws NotHttp {
    assertReads("GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n");
  }

  @Test
  void a_body_is_as_long_as_it_says() throws NotHttp {
    assertReads(
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcGET /b HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
        "GET /b HTTP/1.1\r\nHost: x\r\n\r\n");
  }

  @Test
  void chunks_become_a_plain_body_without_extensions_and_trailers() throws NotHttp {
    assertReads(
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\nTrailer: t\r\n\r\n"
            + "2;a=\"b\"\r\nab\r\n00a \r\n0123456789\r\n0\r\nt: 1\r\nu: 2\r\n\r\nGET / HTTP/1.0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\n\r\nab0123456789",
        "GET / HTTP/1.0\r\n\r\n");
  }

  @Test
  void empty_lines_before_a_request_are_overlooked() throws NotHttp {
    assertReads("\r\n\n\r\nGET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.0\r\n\r\n");
  }

  @Test
  void lines_may_end_in_a_line_feed_alone() throws NotHttp {
    String sent = "GET / HTTP/1.1\nHost: x\n\n";

    assertThat(read(sent, sent.length())).containsExactly(sent);
    assertThat(read(sent, 1)).containsExactly("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  }

  @Test
  void what_is_offered_and_asked_on_the_way_is_not_handed_on() throws NotHttp {
    assertReads(
        "POST / HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\nUpgrade: h2c\r\nContent-Length: 1\r\n\r\na",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na");
  }

  @Test
  void a_target_may_name_the_server_too() throws NotHttp {
    assertReads(
        "GET http://x:80/a?b HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n");
    assertReads("GET http://x HTTP/1.0\r\n\r\n", "GET / HTTP/1.0\r\n\r\n");
  }

  @Test
  void the_body_of_a_trace_is_read_and_forgotten() throws NotHttp {
    assertReads(
        "TRACE /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab",
        "TRACE /a HTTP/1.1\r\nHost: x\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FIRST_LINE | GET /\\r\\nHost: x\\r\\n\\r\\n",
        "FIRST_LINE | GET  / HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
        "FIRST_LINE | GET /a b HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
        "FIRST_LINE | G\\33T / HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
        "FIRST_LINE | (GET) / HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
        "FIRST_LINE | GET /\\0a HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
        "FIRST_LINE | GET /\\ra HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
        "FIRST_LINE | \\26\\3\\1\\2\\n\\n",
        "VERSION | GET / HTTP/1.2\\r\\nHost: x\\r\\n\\r\\n",
        "VERSION | GET / http/1.1\\r\\nHost: x\\r\\n\\r\\n",
        "HTTP_2 | PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n",
        "CONNECT | CONNECT x:443 HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
        "HEADER_LINE | GET / HTTP/1.1\\r\\nHost: x\\r\\nnothing\\r\\n\\r\\n",
        "HEADER_LINE | GET / HTTP/1.1\\r\\nHost : x\\r\\n\\r\\n",
        "HEADER_LINE | GET / HTTP/1.1\\r\\nHost: x\\r\\nA: b\\r\\n c\\r\\n\\r\\n",
        "HEADER_LINE | GET / HTTP/1.1\\r\\nHost: x\\r\\n: b\\r\\n\\r\\n",
        "HEADER_LINE | GET / HTTP/1.1\\r\\nHost: x\\r\\nÄ: b\\r\\n\\r\\n",
        "HEADER_VALUE | GET / HTTP/1.1\\r\\nHost: x\\r\\nA: b\\0\\r\\n\\r\\n",
        "HEADER_VALUE | GET / HTTP/1.1\\r\\nHost: x\\r\\nA: b\\rc: d\\r\\n\\r\\n",
        "HEADER_VALUE | GET / HTTP/1.1\\r\\nHost: x\\r\\nA: b\\r\\r\\n\\r\\n",
        "HOST | GET / HTTP/1.1\\r\\n\\r\\n",
        "HOST | GET / HTTP/1.1\\r\\nHost: a\\r\\nHost: a\\r\\n\\r\\n",
        "HOST | GET / HTTP/1.1\\r\\nHost: a b\\r\\n\\r\\n",
        "HOST | GET / HTTP/1.1\\r\\nHost: a/b\\r\\n\\r\\n",
        "HOST | GET / HTTP/1.0\\r\\nHost: a\\r\\nHost: b\\r\\n\\r\\n",
        "LENGTH | POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: +1\\r\\n\\r\\na",
        "LENGTH | POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1, 1\\r\\n\\r\\na",
        "LENGTH | POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length:\\r\\n\\r\\n",
        "LENGTH | POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 0x1\\r\\n\\r\\na",
        "LENGTH | POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1\\r\\nContent-Length: 1\\r\\n\\r\\na",
        "LENGTH | POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 9999999999999999999\\r\\n\\r\\n",
        "TRANSFER_ENCODING | POST / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: identity\\r\\n\\r\\n",
        "TRANSFER_ENCODING | POST / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: cats\\r\\n\\r\\n",
        "TRANSFER_ENCODING | POST / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: xchunked\\r\\n\\r\\n",
        "TRANSFER_ENCODING | POST / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: gzip, chunked\\r\\n\\r\\n",
        "TRANSFER_ENCODING | POST / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding:\\r\\n\\r\\n",
        "TRANSFER_ENCODING | POST / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: chunked\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n",
        "TRANSFER_ENCODING | POST / HTTP/1.0\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n",
        "LENGTH_TWICE | POST / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: chunked\\r\\nContent-Length: 3\\r\\n\\r\\n",
      })
  void what_could_be_read_otherwise_is_no_request(Flaw flaw, String escaped) {
    assertRefused(flaw, escaped.translateEscapes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\n",
        "\r\n",
        "-1\r\n",
        "2\nab\r\n0\r\n\r\n",
        "2\r\nabX0\r\n\r\n",
        "2\r\nab\n0\r\n\r\n",
        "2\r\nabc\r\n0\r\n\r\n",
        "2;a\n\r\nab\r\n0\r\n\r\n",
        "10000000000000000\r\n",
        "0\r\n\n",
        "0\r\nA: b\n\r\n",
      })
  void chunks_are_what_their_sizes_say(String chunks) {
    assertRefused(
        Flaw.CHUNK, "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
  }

  @Test
  void a_head_that_does_not_end_is_refused_when_it_is_too_large() {
    assertRefused(Flaw.HEAD_TOO_LARGE, "GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(MOST_HEAD));
    assertRefused(Flaw.FIRST_LINE, "\r\n".repeat(40));
  }

  @Test
  void a_body_that_is_too_large_is_left_out_as_soon_as_that_is_known() throws NotHttp {
    String length = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 65\r\n\r\n";
    String chunked =
        "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n41\r\n" + "a".repeat(65);

    for (String sent : List.of(length, chunked)) {
      RequestReader reader = reader();
      Request cut = reader.read(input(sent));

      assertThat(cut.isCut()).isTrue();
      assertThat(text(cut)).isEqualTo("POST /a HTTP/1.1\r\nHost: x\r\n\r\n");
      Input after = input("more of it");
      assertThat(reader.read(after)).isNull();
      assertThat(after.isMore()).isFalse();
    }
    assertThat(budget.used()).isZero();
  }

  @Test
  void whoever_waits_for_a_word_gets_it_once_and_only_when_the_body_is_wanted() throws NotHttp {
    String head = "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-Continue\r\nContent-Length: ";
    RequestReader wanted = reader();
    RequestReader tooLarge = reader();

    assertThat(wanted.read(input(head + "3\r\n\r\n"))).isNull();
    assertThat(wanted.mustTellToGoOn()).isTrue();
    assertThat(wanted.mustTellToGoOn()).isFalse();
    assertThat(wanted.read(input("abc"))).isNotNull();
    assertThat(tooLarge.read(input(head + "300\r\n\r\n")).isCut()).isTrue();
    assertThat(tooLarge.mustTellToGoOn()).isFalse();
  }

  @Test
  void what_is_held_is_counted_and_given_back() throws NotHttp {
    RequestReader whole = reader();
    RequestReader broken = reader();

    whole.read(input("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 30\r\n\r\n0123456789"));
    broken.read(input("GET / HT"));
    assertThat(budget.used()).isBetween(18L, 64L);
    assertThat(whole.isBegun()).isTrue();

    whole.read(input("01234567890123456789"));
    broken.close();
    assertThat(budget.used()).isZero();
    assertThat(whole.isBegun()).isFalse();
  }

  private void assertReads(String sent, String... requests) throws NotHttp {
    assertThat(read(sent, sent.length())).containsExactly(requests);
    assertThat(read(sent, 1)).containsExactly(requests);
    assertThat(budget.used()).isZero();
  }

  private void assertRefused(Flaw flaw, String sent) {
    for (int size : new int[] {sent.length(), 1}) {
      assertThatThrownBy(() -> read(sent, size))
          .isInstanceOfSatisfying(
              NotHttp.class, refused -> assertThat(refused.flaw()).isEqualTo(flaw));
    }
  }

  private List<String> read(String sent, int size) throws NotHttp {
    RequestReader reader = reader();
    List<String> requests = new ArrayList<>();
    for (int at = 0; at < sent.length(); at += size) {
      Input in = input(sent.substring(at, Math.min(sent.length(), at + size)));
      while (in.isMore()) {
        Request request = reader.read(in);
        if (request != null) {
          requests.add(text(request));
        }
      }
    }
    return requests;
  }

  private RequestReader reader() {
    return new RequestReader(MOST_HEAD, head -> MOST_BODY, budget);
  }

  private static Input input(String sent) {
    byte[] bytes = sent.getBytes(StandardCharsets.ISO_8859_1);
    return new Input(bytes, 0, bytes.length);
  }

  private static String text(Request request) {
    int length = request.end() - request.start();
    return new String(request.bytes(), request.start(), length, StandardCharsets.ISO_8859_1);
  }
}
