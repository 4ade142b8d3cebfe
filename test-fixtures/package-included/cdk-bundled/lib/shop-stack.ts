import { Stack } from 'aws-cdk-lib';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Construct } from 'constructs';

export class ShopStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new NodejsFunction(this, 'List', { entry: './src/api/list.ts', runtime: Runtime.NODEJS_22_X });
    new Function(this, 'Sum', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'sum.handler',
      code: Code.fromAsset('src/plain'),
    });
  }
}
