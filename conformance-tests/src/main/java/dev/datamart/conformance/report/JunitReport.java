package dev.datamart.conformance.report;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Text;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run as JUnit XML: violated is a failure, and so is a warning where the run is strict; could not
 * run and blocked are errors.
 */
public final class JunitReport {
  private static final int FINDINGS_SHOWN = 3;

  private final Run run;
  private final Telling telling;

  public JunitReport(Run run) {
    this.run = run;
    this.telling = new Telling(run);
  }

  public String text() {
    StringWriter text = new StringWriter();
    Allowance allowance = new Allowance();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "datamart-conformance");
      xml.writeAttribute("tests", String.valueOf(run.results().size()));
      xml.writeAttribute("failures", count(Kind.FAILURE));
      xml.writeAttribute("errors", count(Kind.ERROR));
      xml.writeAttribute("skipped", count(Kind.SKIPPED));
      xml.writeAttribute("time", seconds(run.took()));
      for (Result result : run.results()) {
        testcase(xml, result, allowance);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text + "\n";
  }

  private enum Kind {
    FINE,
    FAILURE,
    ERROR,
    SKIPPED;

    static Kind of(Run run, Verdict verdict) {
      return switch (verdict) {
        case PASSED -> FINE;
        case WARNING -> run.isRed(verdict) ? FAILURE : FINE;
        case VIOLATED, UNEXPECTEDLY_PASSED -> FAILURE;
        case BLOCKED, COULD_NOT_RUN -> ERROR;
        case NOT_APPLICABLE, KNOWN -> SKIPPED;
      };
    }
  }

  private String count(Kind kind) {
    return String.valueOf(
        run.results().stream().filter(result -> Kind.of(run, result.verdict()) == kind).count());
  }

  private void testcase(XMLStreamWriter xml, Result result, Allowance allowance)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "conformance." + result.requirement().id());
    xml.writeAttribute("name", result.instance().where());
    xml.writeAttribute("time", seconds(result.took()));
    Kind kind = Kind.of(run, result.verdict());
    if (kind != Kind.FINE) {
      xml.writeStartElement(kind.name().toLowerCase(Locale.ROOT));
      xml.writeAttribute("message", clean(message(result)));
      if (kind != Kind.SKIPPED) {
        xml.writeAttribute("type", result.verdict().name());
        xml.writeCharacters(clean(details(result, allowance)));
      }
      xml.writeEndElement();
    } else if (!result.findings().isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(clean("WARNING " + details(result, allowance)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String message(Result result) {
    return result.reason().isEmpty()
        ? result.requirement().sentence()
        : result.verdict().words() + ": " + Text.cut(result.reason(), 500);
  }

  private String details(Result result, Allowance allowance) {
    StringBuilder text = new StringBuilder(result.requirement().sentence());
    if (!telling.isFirst(result)) {
      return text + "\n" + telling.line(result);
    }
    List<Finding> findings = result.findings();
    int shown = 0;
    while (shown < Math.min(findings.size(), FINDINGS_SHOWN) && !allowance.isSpent()) {
      text.append(allowance.spend(findings.get(shown++).lines("")));
    }
    int more = findings.size() - shown;
    return more == 0 ? text.toString() : text + "\n" + Result.count(findings, more) + " more";
  }

  /** With nothing in it that XML cannot hold. */
  private String clean(String text) {
    return run.secrets().mask(text);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }
}
