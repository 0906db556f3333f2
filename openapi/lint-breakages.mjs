// One breakage of openapi.yaml for each house rule; the first place where `from` stands is changed.
export const breakages = [
  { rule: 'operation-id-says-verb-and-noun', from: 'operationId: listEmbeds\n', to: 'operationId: embedsList\n' },
  { rule: 'operation-has-one-tag', from: 'tags: [Data apps]', to: 'tags: [Data apps, Embeds]' },
  {
    rule: 'operation-says-its-tokens',
    from: '      security:\n        - dataAppKey: []\n      requestBody:',
    to: '      requestBody:',
  },
  { rule: 'operation-has-its-extension', from: '        evidence: seed\n', to: '' },
  {
    rule: 'operation-has-its-statuses',
    from: "        '500': { $ref: '#/components/responses/UnexpectedFailure' }\n",
    to: '',
  },
  { rule: 'deprecated-names-its-successor', from: '        successor: listDatamarts\n', to: '' },
  { rule: 'summary-is-a-heading', from: 'summary: Delete an embed\n', to: 'summary: Delete an embed.\n' },
  { rule: 'description-ends-with-a-stop', from: 'description: Name of the embed.\n', to: 'description: the name\n' },
  { rule: 'parameter-has-an-example', from: "      example: 'true'\n", to: '' },
  { rule: 'scalar-has-an-example', from: '      example: sales-datamart\n', to: '' },
  {
    rule: 'object-has-a-name',
    from: "        companyIntegration: { $ref: '#/components/schemas/DatasourceReference' }\n",
    to: '        companyIntegration:\n          description: Inline.\n          type: object\n',
  },
  {
    rule: 'schema-is-simple',
    from: "        joinModel: { $ref: '#/components/schemas/JoinModel' }\n",
    to: "        joinModel:\n          description: Composed.\n          oneOf: [{ $ref: '#/components/schemas/JoinModel' }]\n",
  },
  { rule: 'enumeration-has-no-null', from: 'enum: [dashboard, metric]\n', to: 'enum: [dashboard, null]\n' },
  {
    rule: 'number-has-no-width',
    from: '      type: integer\n',
    to: '      type: integer\n      format: int32\n',
  },
  { rule: 'token-is-marked', from: '      format: password\n', to: '' },
  { rule: 'header-is-not-required', from: '    Deprecation:\n', to: '    Deprecation:\n      required: true\n' },
  {
    rule: 'schema-has-no-default',
    from: '          type: boolean\n          example: true\n',
    to: '          type: boolean\n          default: true\n          example: true\n',
  },
  {
    rule: 'component-is-a-capitalized-noun',
    from: '    NoError:\n',
    to: '    no_error:\n      description: Bad name.\n      type: object\n    NoError:\n',
  },
  { rule: 'example-says-operation-and-situation', from: '    createDataApp.created:\n', to: '    created:\n' },
  {
    rule: 'error-is-in-the-envelope',
    from: "          schema: { $ref: '#/components/schemas/ErrorResponse' }\n",
    to: "          schema: { $ref: '#/components/schemas/ErrorDetail' }\n",
  },
  {
    rule: 'answer-is-shared',
    from: "        '403': { $ref: '#/components/responses/ServiceTokenRequired' }\n",
    to: "        '403':\n          description: Inline.\n",
  },
  { rule: 'path-has-one-form', from: '  /api/v2/datasource:\n', to: '  /api/v2/datasource/:\n' },
];
