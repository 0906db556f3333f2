import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as generated from '../target/generated-sources/typescript/index.js';
import {
  APITokensApi,
  Configuration,
  DataAppsApi,
  DatamartsApi,
  DatamartsLegacyApi,
  DatamartsMirrorApi,
  DatasourcesApi,
  EmbedsApi,
  ResponseError,
  WorkspacesApi,
} from '../target/generated-sources/typescript/index.js';
import type { CreateDatamartRequest } from '../target/generated-sources/typescript/index.js';

const basePath = process.env.MOCK_URL ?? '';
const serviceToken = '11111111-1111-4111-8111-111111111111';
const apiKey = '22222222-2222-4222-8222-222222222222';

/** What the document's examples say of one operation in one family. */
interface SampleCall {
  id: string;
  takesApiKey: boolean;
  query: Record<string, string>;
  bodyType: string | null;
  body: object | null;
}

function as(token: string): Configuration {
  return new Configuration({ basePath, accessToken: token });
}

function aDatamart(name: string): CreateDatamartRequest {
  return {
    name,
    datasourceName: 'acme-postgres',
    tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'amount' }] }],
  };
}

test('datamarts and embeds: the whole story', async () => {
  const datamarts = new DatamartsApi(as(serviceToken));
  const embeds = new EmbedsApi(as(apiKey));

  const created = await datamarts.createDatamart({ createDatamartRequest: aDatamart('typed & "named"') });
  assert.deepEqual(created, { id: 'typed & "named"', error: null });
  const updated = await datamarts.updateDatamart({
    updateDatamartRequest: { datamartName: created.id, tenancySettings: { tenancyLevel: 'DATABASE' } },
  });
  assert.deepEqual(updated, { id: created.id });
  const embed = await embeds.createEmbed({
    createEmbedRequest: {
      dashboardId: 'sales-overview',
      embedType: 'dashboard',
      workspaceName: 'Sales Workspace',
      accessSettings: { datamartName: created.id },
    },
  });
  const second = await embeds.createEmbed({
    createEmbedRequest: {
      dashboardId: 'sales-overview',
      embedType: 'metric',
      metricId: 'monthly-revenue',
      workspaceName: 'Sales Workspace',
      accessSettings: { datamartName: created.id },
    },
  });
  const [shown] = (await embeds.listEmbeds({ embedId: embed.id })).data;
  assert.ok(shown);
  await embeds.updateEmbed({
    updateEmbedRequest: {
      embedId: embed.id,
      accessSettings: { ...shown.accessSettings, datamartName: 'marketing-datamart' },
    },
  });
  await embeds.renameEmbed({ renameEmbedRequest: { embedId: embed.id, name: 'moved in time' } });
  await datamarts.deleteDatamart({ datamartName: created.id });

  const left = (await embeds.listEmbeds()).data.map((item) => item.embedId);
  assert.ok(left.includes(embed.id), 'the embed that was moved is still there');
  assert.ok(!left.includes(second.id), 'the embed that was not moved is gone');
  assert.deepEqual(await embeds.deleteEmbed({ embedId: embed.id }), { id: embed.id, error: null });
  const listed = await datamarts.listDatamarts({ isPagination: 'true', pageNumber: '1', expandDetails: 'false' });
  assert.equal(listed.data.length, 10);
  assert.ok(listed.data[0]?.createdAt instanceof Date);
});

test('data apps, API tokens and rotation', async () => {
  const apps = new DataAppsApi(as(serviceToken));
  const tokens = new APITokensApi(as(serviceToken));

  await apps.createDataApp({ createDataAppRequest: { name: 'typed' } });
  const { key } = await tokens.createApiToken({ createApiTokenRequest: { dataAppName: 'typed', name: 'one' } });
  const rotated = await new APITokensApi(as(key)).rotateApiToken({ rotateApiTokenRequest: { expireAt: 0 } });
  const listed = await tokens.listApiTokens({ dataAppName: 'typed' });
  assert.deepEqual(listed.data.map((item) => item.key), [rotated.key]);
  assert.ok((await apps.listDataApps()).data.some((app) => app.name === 'typed'));
  assert.deepEqual(await apps.deleteDataApp({ name: 'typed' }), { name: 'typed' });
});

test('discovery', async () => {
  const datasources = new DatasourcesApi(as(serviceToken));
  const workspaces = new WorkspacesApi(as(serviceToken));
  const workspaceName = 'Sales Workspace';

  const [datasource] = (await datasources.listDatasources()).data;
  assert.ok(datasource);
  assert.ok((await datasources.getDatasourceSchema({ datasourceName: datasource.name })).data.tableCount > 0);
  assert.ok((await workspaces.listWorkspaces()).data.some((workspace) => workspace.name === workspaceName));
  const dashboards = await workspaces.listWorkspaceDashboards({ listWorkspaceDashboardsRequest: { workspaceName } });
  assert.ok(dashboards.data.some((dashboard) => dashboard.externalDashboardId === 'sales-overview'));
  const metrics = await workspaces.listWorkspaceMetrics({ listWorkspaceMetricsRequest: { workspaceName } });
  assert.ok(metrics.data.some((metric) => metric.metricId === 'monthly-revenue'));
});

test('a refusal has status, code and message', async () => {
  const call = new DatamartsApi(as(serviceToken)).deleteDatamart({ datamartName: 'no such' });

  await assert.rejects(call, (refusal) => {
    assert.ok(refusal instanceof ResponseError);
    assert.equal(refusal.status, 400);
    assert.equal(refusal.code, 'INVALID_REQUEST_BODY');
    assert.equal(refusal.message, 'deleteDatamart was answered with 400 INVALID_REQUEST_BODY: Datamart not found');
    return true;
  });
});

test('the deprecated paths do the same', async () => {
  const mirror = new DatamartsMirrorApi(as(serviceToken));
  const legacy = new DatamartsLegacyApi(as(serviceToken));

  await mirror.createDatamartMirror({ createDatamartRequest: aDatamart('old') });
  const deleted = await legacy.deleteDatamartLegacy({ deleteDatamartLegacyRequest: { datamartName: 'old' } });
  assert.deepEqual(deleted, { id: 'old', error: null });
});

test('every operation can be called with the examples of the document', async () => {
  type Callable = new (configuration: Configuration) => Record<string, (parameters: object) => Promise<object>>;
  const classes = Object.entries(generated).filter(([name]) => /^[A-Z].*Api$/.test(name));
  const groups = classes.map(([, group]) => group as unknown as Callable);
  const calls = JSON.parse(process.env.SAMPLE_CALLS ?? '') as SampleCall[];
  const operations = groups
    .flatMap((group) => Object.getOwnPropertyNames(group.prototype))
    .filter((name) => name !== 'constructor' && !/(Raw|RequestOpts)$/.test(name));

  assert.deepEqual(calls.map((call) => call.id).sort(), operations.sort());
  for (const { id, takesApiKey, query, bodyType, body } of calls) {
    await fetch(`${basePath}/__mock/organizations/acme/rewind`, { method: 'POST', body: '{"to": 0}' });
    const Group = groups.find((group) => id in group.prototype);
    assert.ok(Group);
    const parameters: Record<string, unknown> = { ...query };
    if (bodyType) {
      const read = (generated as unknown as Record<string, (json: object | null) => object>)[`${bodyType}FromJSON`];
      parameters[bodyType.charAt(0).toLowerCase() + bodyType.slice(1)] = read?.(body);
    }
    const answer = await new Group(as(takesApiKey ? apiKey : serviceToken))[id]?.(parameters);
    assert.ok(answer, id);
  }
});
