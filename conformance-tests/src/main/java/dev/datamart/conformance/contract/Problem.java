package dev.datamart.conformance.contract;

/** The error situations of the contract: what a refusal must say. */
public enum Problem {
  UNAUTHENTICATED(401, "AUTHENTICATION_ERROR", "API key is invalid or expired"),
  SERVICE_TOKEN_INVALID(401, "AUTHENTICATION_ERROR", "Invalid or expired service token"),
  SERVICE_TOKEN_REQUIRED(403, "AUTHENTICATION_ERROR", "This operation needs a service token"),
  DATA_APP_KEY_REQUIRED(400, "INVALID_DATA_APP_API_KEY", "Missing or invalid data app"),
  BODY_MALFORMED(400, "INVALID_REQUEST_BODY", "Malformed JSON in request body"),
  MEMBER_REQUIRED(400, "INVALID_REQUEST_BODY", "\"{member}\" is required"),
  MEMBER_INVALID(400, "INVALID_REQUEST_BODY", "\"{member}\" is invalid"),
  PARAMETER_REPEATED(400, "INVALID_REQUEST_BODY", "\"{member}\" must be given once"),
  PAGINATION_INVALID(400, "INVALID_REQUEST_BODY", "Invalid pagination parameters"),
  DATAMART_NOT_FOUND(400, "INVALID_REQUEST_BODY", "Datamart not found"),
  DATAMART_EXISTS(400, "INVALID_REQUEST_BODY", "Datamart already exists"),
  TABLE_LIST_EMPTY(400, "INVALID_REQUEST_BODY", "Table list cannot be empty"),
  TABLE_STRUCTURE_INVALID(400, "INVALID_REQUEST_BODY", "Invalid table or column structure"),
  TABLE_UNKNOWN(400, "INVALID_REQUEST_BODY", "Invalid schema or table name"),
  COLUMN_UNKNOWN(400, "INVALID_REQUEST_BODY", "Invalid column names in table"),
  DATASOURCE_UNKNOWN(400, "DATASOURCE_NAME_ERROR", "Invalid datasource name"),
  TENANCY_INVALID(400, "INVALID_TENANCY", "Invalid tenancy level for organization"),
  WORKSPACE_UNKNOWN(400, "INVALID_WORKSPACE_NAME", "Invalid workspace name"),
  WORKSPACE_ID_UNKNOWN(400, "WORKSPACE_ID_ERROR", "Invalid workspace name"),
  DASHBOARD_UNKNOWN(400, "INVALID_DASHBOARD_ID", "Dashboard not found"),
  METRIC_UNKNOWN(400, "INVALID_METRIC_ID", "Metric not found"),
  EMBED_DATAMART_UNKNOWN(400, "INVALID_DATAMART", "Invalid datamart"),
  DATAMART_TABLE_NOT_FOUND(400, "DATAMART_TABLE_NOT_FOUND", "Datamart table not found"),
  EMBED_ID_UNKNOWN(400, "INVALID_EMBED_ID", "Embed not found"),
  EMBED_NOT_FOUND(400, "INVALID_REQUEST_BODY", "Embed not found"),
  DATA_APP_EXISTS(400, "DATA_APP_ALREADY_EXISTS", "Data app already exists"),
  DATA_APP_NOT_FOUND(400, "DATA_APP_NOT_FOUND", "Data app not found"),
  UNEXPECTED_FAILURE(500, "INTERNAL_SERVER_ERROR", "Unexpected failure"),
  PATH_UNKNOWN(404, "RESOURCE_NOT_FOUND", "Resource not found"),
  METHOD_NOT_ALLOWED(405, "METHOD_NOT_ALLOWED", "Method not allowed"),
  UNSUPPORTED_MEDIA_TYPE(415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported media type"),
  PAYLOAD_TOO_LARGE(413, "PAYLOAD_TOO_LARGE", "Request body is too large"),
  TOO_MANY_REQUESTS(429, "TOO_MANY_REQUESTS", "Too many requests");

  private final int status;
  private final String code;
  private final String message;

  Problem(int status, String code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  /**
   * Whether nothing but this contract says which code an operation refuses with. That it refuses,
   * with this status, is documented all the same.
   */
  public boolean hasDecidedCode(Operation operation) {
    return this == DATAMART_EXISTS
        || (this == EMBED_ID_UNKNOWN && operation == Operation.UPDATE_EMBED);
  }

  /**
   * Whether a refusal with this status can be this one: what is taken may be bad or in conflict.
   */
  public boolean mayHaveStatus(int came) {
    return came == status || (this == DATAMART_EXISTS && came == 409);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** The documented text; {@code {member}} stands for the name of the offending member. */
  public String message() {
    return message;
  }
}
