import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Construct } from 'constructs';
import * as path from 'path';

export class ClinicStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const report = new NodejsFunction(this, 'Report', {
      runtime: lambda.Runtime.NODEJS_24_X,
      entry: path.join(__dirname, '../functions/report.ts'),
      timeout: Duration.seconds(25),
    });

    const api = new apigateway.RestApi(this, 'Api');
    api.root.addResource('reports').addMethod('GET', new apigateway.LambdaIntegration(report));
  }
}
