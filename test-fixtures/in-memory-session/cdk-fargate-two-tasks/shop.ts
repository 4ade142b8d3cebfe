import { App, Stack } from 'aws-cdk-lib';
import { ContainerImage, Secret } from 'aws-cdk-lib/aws-ecs';
import { ApplicationLoadBalancedFargateService } from 'aws-cdk-lib/aws-ecs-patterns';

const stack = new Stack(new App(), 'Shop');

new ApplicationLoadBalancedFargateService(stack, 'Web', {
  desiredCount: 2,
  taskImageOptions: {
    image: ContainerImage.fromAsset('web'),
    containerPort: 3000,
    environment: { PORT: '3000', SESSION_SECRET: process.env.SESSION_SECRET! },
  },
});
