package dev.datamart.conformance.checks.shared;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names that servers get wrong, built on a plain one. */
public final class OddNames {
  private static final int LONGEST = 255;

  private OddNames() {}

  /** Names that differ from a plain one and must not be taken for it. */
  public static Map<String, String> near(String name) {
    Map<String, String> near = new LinkedHashMap<>();
    near.put("in upper case", name.toUpperCase(Locale.ROOT));
    near.put("with a leading space", " " + name);
    near.put("with a trailing space", name + " ");
    near.put("with a trailing line break", name + "\n");
    near.put("without its last letter", name.substring(0, name.length() - 1));
    near.put("without its first letter", name.substring(1));
    near.put("with one letter more", name + "x");
    near.put("with a wildcard * at the end", name.substring(0, name.length() - 2) + "*");
    near.put("with a wildcard % at the end", name.substring(0, name.length() - 2) + "%");
    near.put("with a wildcard ? in it", name.replaceFirst("-", "?"));
    near.put("with a wildcard _ in it", name.replaceFirst("-", "_"));
    near.put("with a wildcard . in it", name.replaceFirst("-", "."));
    near.put("in quotes", '"' + name + '"');
    near.put("percent-encoded twice", name.replace("-", "%2D"));
    near.put("in full-width letters", "\uFF44" + name.substring(1));
    near.put("in decomposed letters", Normalizer.normalize(name, Normalizer.Form.NFD));
    return near;
  }

  /** Names that hold whatever a name may hold. */
  public static List<String> whole(String plain) {
    return List.of(
        plain + " with spaces  inside",
        plain + "/slash\\backslash",
        plain + "?a=b&c=d#e",
        plain + "+plus",
        plain + "%20percent%",
        plain + "'single\"double`back",
        plain + ";semi,comma:colon",
        plain + "<tag>{brace}[bracket]",
        plain + ".dot..dots",
        plain + "*star?",
        plain + "-\u00e9t\u00e9-\u00df-\u0130\u0131",
        plain + "-e\u0301-combining",
        plain + "-\uD83D\uDE80\uD83D\uDC69\u200D\uD83D\uDCBB",
        plain + "-\u05e9\u05dc\u05d5\u05dd-\u0645\u0631\u062d\u0628\u0627",
        plain + "-\u4e2d\u6587-\u65e5\u672c\u8a9e");
  }

  /** The longest name, with letters that take four bytes each. */
  public static String longest(String plain) {
    return plain + "\uD83D\uDE80".repeat(10) + "x".repeat(LONGEST - plain.length() - 20);
  }
}
