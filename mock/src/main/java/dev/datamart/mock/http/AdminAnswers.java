package dev.datamart.mock.http;

import dev.datamart.mock.admin.AdminWords;

/** Refusals of the control plane that are made before its resources are asked. */
final class AdminAnswers {

  private AdminAnswers() {}

  static Answer refusal(int status, String sentence) {
    return Answer.json(status, AdminWords.json(status, sentence));
  }
}
