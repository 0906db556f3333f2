package dev.datamart.conformance.mutation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The sources as pieces between empty lines, which are functions or little more. */
record Paragraphs(File folder) {
  /** What the server is filled with, and the names of readings, are no behaviour. */
  private static final Set<String> NOT_CHANGED = Set.of("seed.mjs", "reading.mjs");

  /** Some of them, as Stryker takes them, until they have so many lines. */
  List<String> sample(long seed, int lines) throws IOException {
    List<Paragraph> all = all();
    Collections.shuffle(all, new Random(seed));
    List<String> chosen = new ArrayList<>();
    int taken = 0;
    for (Paragraph paragraph : all) {
      if (taken < lines) {
        chosen.add(paragraph.file + ":" + paragraph.first + "-" + paragraph.last);
        taken += paragraph.last - paragraph.first + 1;
      }
    }
    return chosen;
  }

  private List<Paragraph> all() throws IOException {
    List<Paragraph> all = new ArrayList<>();
    File[] files = folder.listFiles((dir, name) -> name.endsWith(".mjs"));
    Arrays.sort(files);
    for (File file : files) {
      if (!NOT_CHANGED.contains(file.getName())) {
        all.addAll(of(file));
      }
    }
    return all;
  }

  private static List<Paragraph> of(File file) throws IOException {
    List<Paragraph> found = new ArrayList<>();
    List<String> lines = Files.readAllLines(file.toPath());
    int first = 1;
    for (int number = 1; number <= lines.size() + 1; number++) {
      boolean ends = number > lines.size() || lines.get(number - 1).isBlank();
      if (ends && number > first) {
        found.add(new Paragraph(file.getName(), first, number - 1));
      }
      first = ends ? number + 1 : first;
    }
    // What begins a file says what it is and what it uses.
    return found.stream().filter(each -> each.last > each.first).skip(1).toList();
  }

  private record Paragraph(String file, int first, int last) {}
}
