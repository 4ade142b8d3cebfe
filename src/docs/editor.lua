-- What make-pictures.sh shows in Neovim: both ends of a finding, and its words.
vim.opt.swapfile = false
vim.opt.number = true
vim.opt.signcolumn = "yes"
vim.opt.wrap = false
vim.opt.shortmess:append("F")
vim.opt.updatetime = 100
vim.cmd("highlight SignColumn ctermbg=NONE")
vim.cmd("highlight NormalFloat ctermbg=235")

local client = vim.lsp.start_client({ name = "dovetail", cmd = { vim.env.DOVETAIL, "lsp" }, root_dir = vim.fn.getcwd() })

vim.api.nvim_create_autocmd("BufReadPost", {
  callback = function(event) vim.lsp.buf_attach_client(event.buf, client) end,
})

-- Once the first finding of the file in front is there: its words beside it, and a file that says so.
vim.api.nvim_create_autocmd("DiagnosticChanged", {
  callback = function()
    vim.defer_fn(function()
      local found = vim.diagnostic.get(0)[1]
      if found and not vim.g.shown then
        vim.g.shown = true
        vim.cmd("wincmd j | normal! 16Gzz")
        vim.cmd("wincmd k")
        vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
        -- Moving the cursor closes what floats: first let it be moved.
        vim.defer_fn(function() vim.diagnostic.open_float({ focusable = false, close_events = {} }) end, 300)
        vim.defer_fn(function() vim.fn.writefile({}, vim.env.SHOWN) end, 1000)
      end
    end, 500)
  end,
})
