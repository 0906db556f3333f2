-- Deletes the datamarts that create.lua made, in the same order.
local first = tonumber(os.getenv("BENCH_FIRST"))
local host = os.getenv("BENCH_HOST")
local token = os.getenv("BENCH_TOKEN")
local head = "DELETE /api/v2/data-app/datamart?datamartName=bench-"
local tail = " HTTP/1.1\r\nHost: " .. host .. "\r\nAuthorization: Bearer " .. token .. "\r\n\r\n"
local number = first

request = function()
  number = number + 1
  return head .. string.format("%09d", number) .. tail
end
