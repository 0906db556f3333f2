-- Creates datamarts under names that count up, so that each is new. The request is put together
-- from two constant parts: formatting it anew each time would make wrk the one that is measured.
local first = tonumber(os.getenv("BENCH_FIRST"))
local host = os.getenv("BENCH_HOST")
local token = os.getenv("BENCH_TOKEN")
local before = '{"name":"bench-'
local after = '","datasourceName":"acme-postgres","tableList":[{"schemaName":"public","name":"orders",'
  .. '"columns":[{"name":"id"},{"name":"customer_id"},{"name":"amount"},{"name":"status"}]}]}'
local head = "POST /api/v2/data-app/datamarts HTTP/1.1\r\nHost: " .. host
  .. "\r\nAuthorization: Bearer " .. token
  .. "\r\nContent-Type: application/json\r\nContent-Length: " .. (#before + 9 + #after)
  .. "\r\n\r\n" .. before
local number = first

request = function()
  number = number + 1
  return head .. string.format("%09d", number) .. after
end
