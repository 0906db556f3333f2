package dev.datamart.conformance.report;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A run as JUnit XML: violated is a failure, could not run and blocked are errors. */
public final class JunitReport {
  private final Run run;

  public JunitReport(Run run) {
    this.run = run;
  }

  public String text() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "datamart-conformance");
      xml.writeAttribute("tests", String.valueOf(run.results().size()));
      xml.writeAttribute("failures", count(Kind.FAILURE));
      xml.writeAttribute("errors", count(Kind.ERROR));
      xml.writeAttribute("skipped", count(Kind.SKIPPED));
      xml.writeAttribute("time", seconds(run.took().toMillis()));
      for (Result result : run.results()) {
        testcase(xml, result);
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
    FINE(""),
    FAILURE("failure"),
    ERROR("error"),
    SKIPPED("skipped");

    private final String element;

    Kind(String element) {
      this.element = element;
    }

    static Kind of(Result result) {
      return switch (result.verdict()) {
        case PASSED, WARNING -> FINE;
        case VIOLATED, UNEXPECTEDLY_PASSED -> FAILURE;
        case BLOCKED, COULD_NOT_RUN -> ERROR;
        case NOT_APPLICABLE, KNOWN -> SKIPPED;
      };
    }
  }

  private String count(Kind kind) {
    return String.valueOf(run.results().stream().filter(result -> Kind.of(result) == kind).count());
  }

  private void testcase(XMLStreamWriter xml, Result result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "conformance." + result.instance().requirement().id());
    xml.writeAttribute(
        "name", result.instance().operation().id() + "/" + result.instance().family().word());
    xml.writeAttribute("time", seconds(result.took().toMillis()));
    Kind kind = Kind.of(result);
    if (kind != Kind.FINE) {
      xml.writeStartElement(kind.element);
      xml.writeAttribute("message", clean(message(result)));
      if (kind != Kind.SKIPPED) {
        xml.writeAttribute("type", result.verdict().name());
        xml.writeCharacters(clean(details(result)));
      }
      xml.writeEndElement();
    } else if (!result.findings().isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(clean("WARNING " + details(result)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String message(Result result) {
    return result.reason().isEmpty()
        ? result.instance().requirement().sentence()
        : result.verdict().words() + ": " + result.reason();
  }

  private static String details(Result result) {
    StringBuilder text = new StringBuilder(result.instance().requirement().sentence());
    List<Finding> findings = result.findings();
    for (Finding finding : findings) {
      text.append("\nexpected ").append(finding.expected());
      text.append("\ncame     ").append(finding.came());
    }
    return text.toString();
  }

  /** Masked, and without the characters that XML cannot hold. */
  private String clean(String text) {
    return run.secrets()
        .mask(text)
        .codePoints()
        .filter(
            c ->
                c == '\n'
                    || c == '\t'
                    || (c >= 0x20 && c < 0xd800)
                    || (c > 0xdfff && c < 0xfffe)
                    || c > 0xffff)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String seconds(long milliseconds) {
    return String.format(Locale.ROOT, "%.3f", milliseconds / 1000.0);
  }
}
