"""Writes the peers' stub files, each in its peer's own format, from one list of answers."""

import json
import pathlib
import uuid
from dataclasses import dataclass

LIST = "/api/v2/data-app/datamarts"
DELETE = "/api/v2/data-app/datamart"
CHANGED = '{"id":"bench","error":null}'


@dataclass(frozen=True)
class Files:
    """Where the stub files are."""

    answer: pathlib.Path
    wiremock: pathlib.Path
    mockserver: pathlib.Path
    mockoon: pathlib.Path
    prism: pathlib.Path


def write(work):
    """Writes the stubs below the work folder, where list.json is the mock's own answer."""
    work.mkdir(parents=True, exist_ok=True)
    answer = work / "list.json"
    body = answer.read_text() if answer.exists() else '{"data":[]}'
    operations = [("GET", LIST, body), ("POST", LIST, CHANGED), ("DELETE", DELETE, CHANGED)]
    files = Files(answer, work / "wiremock", work / "mockserver.json", work / "mockoon.json",
                  work / "prism.json")
    write_wiremock(files.wiremock, operations)
    files.mockserver.write_text(json.dumps(mockserver(operations)))
    files.mockoon.write_text(json.dumps(mockoon(operations)))
    files.prism.write_text(json.dumps(prism(operations)))
    return files


def write_wiremock(root, operations):
    (root / "mappings").mkdir(parents=True, exist_ok=True)
    for method, path, body in operations:
        mapping = {
            "request": {"method": method, "urlPath": path},
            "response": {"status": 200, "body": body,
                         "headers": {"Content-Type": "application/json"}},
        }
        (root / "mappings" / (method.lower() + ".json")).write_text(json.dumps(mapping))


def mockserver(operations):
    return [
        {"httpRequest": {"method": method, "path": path},
         "httpResponse": {"statusCode": 200, "body": body,
                          "headers": {"Content-Type": ["application/json"]}}}
        for method, path, body in operations
    ]


def mockoon(operations):
    routes = [mockoon_route(*operation) for operation in operations]
    return {
        "uuid": str(uuid.uuid4()), "lastMigration": 33, "name": "benchmark", "port": 3000,
        "hostname": "127.0.0.1", "endpointPrefix": "", "latency": 0, "folders": [],
        "routes": routes,
        "rootChildren": [{"type": "route", "uuid": route["uuid"]} for route in routes],
        "proxyMode": False, "proxyHost": "", "proxyRemovePrefix": False,
        "tlsOptions": {"enabled": False, "type": "CERT", "pfxPath": "", "certPath": "",
                       "keyPath": "", "caPath": "", "passphrase": ""},
        "cors": False, "headers": [], "proxyReqHeaders": [], "proxyResHeaders": [], "data": [],
        "callbacks": [],
    }


def mockoon_route(method, path, body):
    return {
        "uuid": str(uuid.uuid4()), "type": "http", "documentation": "", "method": method.lower(),
        "endpoint": path.lstrip("/"), "responseMode": None, "streamingMode": None,
        "streamingInterval": 0,
        "responses": [{
            "uuid": str(uuid.uuid4()), "body": body, "latency": 0, "statusCode": 200, "label": "",
            "headers": [{"key": "Content-Type", "value": "application/json"}],
            "bodyType": "INLINE", "filePath": "", "databucketID": "", "sendFileAsBody": False,
            "rules": [], "rulesOperator": "OR", "disableTemplating": True, "fallbackTo404": False,
            "default": True, "crudKey": "id", "callbacks": [],
        }],
    }


def prism(operations):
    paths = {}
    for method, path, body in operations:
        answer = {"schema": {"type": "object"}, "example": json.loads(body)}
        operation = {
            "responses": {"200": {"description": "OK", "content": {"application/json": answer}}}
        }
        if method == "POST":
            body = {"schema": {"type": "object"}}
            operation["requestBody"] = {"content": {"application/json": body}}
        paths.setdefault(path, {})[method.lower()] = operation
    return {"openapi": "3.0.3", "info": {"title": "benchmark", "version": "1"}, "paths": paths}
