-- Run by neovim.sh, in a Neovim without a user's settings.

local folder = vim.env.DOVETAIL_FOLDER
local patience = 60000

local function say(text)
  io.stdout:write(text .. "\n")
end

local function fail(text)
  say("FAILED: " .. text)
  vim.cmd("cquit 1")
end

local function must(what, condition)
  if vim.wait(patience, condition, 20) then
    say("ok: " .. what)
  else
    say(vim.inspect(vim.diagnostic.get(nil)))
    fail(what)
  end
end

-- Lines of a buffer's diagnostics of one rule, from 1.
local function lines(buffer, rule)
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    if each.source == "dovetail" and each.user_data.lsp.code == rule then
      table.insert(found, each.lnum + 1)
    end
  end
  return table.concat(found, ",")
end

local function edit(file)
  vim.cmd("edit " .. vim.fn.fnameescape(folder .. "/" .. file))
  return vim.api.nvim_get_current_buf()
end

local function line_of(buffer, text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    if line:find(text, 1, true) then
      return number
    end
  end
  fail("no line with " .. text)
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, patience)
  for _, answer in pairs(answers or {}) do
    return answer.result
  end
end

local ok, mistake = pcall(function()
  local client = vim.lsp.start_client({
    name = "dovetail",
    cmd = { vim.env.DOVETAIL_LAUNCHER, "lsp" },
    root_dir = folder,
    workspace_folders = { { uri = vim.uri_from_fname(folder), name = "chat" } },
  })

  local code = edit("src/realtime.js")
  vim.lsp.buf_attach_client(code, client)
  must("the client attaches", function()
    return vim.lsp.buf_is_attached(code, client)
  end)
  local opened = line_of(code, "new Server(")
  must("the code is marked where the server is opened, line " .. opened, function()
    return lines(code, "websocket-server") == tostring(opened)
  end)

  local config = edit("serverless.yml")
  vim.lsp.buf_attach_client(config, client)
  local unit = line_of(config, "api:")
  must("the config is marked where the unit is, line " .. unit, function()
    return lines(config, "websocket-server") == tostring(unit)
  end)

  local handler = line_of(config, "handler:")
  vim.api.nvim_win_set_cursor(0, { handler, 16 })
  local hover = ask("textDocument/hover", vim.lsp.util.make_position_params())
  must("a hover names the platform", function()
    return hover and hover.contents.value:find("AWS Lambda", 1, true) ~= nil
  end)
  local definition = ask("textDocument/definition", vim.lsp.util.make_position_params())
  must("a definition leads to the code", function()
    return definition and definition[1].uri:find("src/app.js", 1, true) ~= nil
  end)

  vim.cmd("buffer " .. code)
  vim.api.nvim_buf_set_lines(code, opened - 1, opened, false, { "  const io = { on() {} };" })
  must("an edit that mends it clears both ends", function()
    return lines(code, "websocket-server") == "" and lines(config, "websocket-server") == ""
  end)
  vim.cmd("undo")
  must("undone, the code is marked again", function()
    return lines(code, "websocket-server") == tostring(opened)
  end)

  vim.lsp.stop_client(client)
  must("the server leaves", function()
    return vim.lsp.client_is_stopped(client)
  end)
end)
if not ok then
  fail(tostring(mistake))
end
vim.cmd("qall!")
