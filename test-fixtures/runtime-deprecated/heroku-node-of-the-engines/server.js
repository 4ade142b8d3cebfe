require('express')().listen(process.env.PORT); // expect: keepalive-order
