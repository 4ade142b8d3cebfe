import type { AWS } from '@serverless/typescript';
import { exportOrders } from 'functions';

const service: AWS = {
  service: 'orders',
  frameworkVersion: '3',
  provider: { name: 'aws', runtime: 'nodejs22.x' },
  functions: {
    exportOrders,
    listOrders: {
      handler: 'src/list.handler',
      timeout: 10,
      events: [{ http: { method: 'get', path: 'orders' } }],
    },
  },
};

module.exports = service;
