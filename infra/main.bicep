targetScope = 'subscription'

@description('Name of the azd environment. The names of all resources come from it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of all resources. It must offer Flex Consumption with .NET 10 (az functionapp list-flexconsumption-locations).')
@minLength(1)
@metadata({ azd: { type: 'location' } })
param location string

@description('Name of the resource group; by default rg- and the name of the environment.')
param resourceGroupName string = ''

@description('Object id of a person or group who may drop articles and read what the app makes of them. Empty: nobody; roles are then given by hand.')
param principalId string = ''

@description('What principalId is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param principalType string = 'User'

@description('IANA name of the time zone of the digest.')
param digestTimeZone string = 'Europe/London'

@description('The hour of the digest in that zone, HH:mm.')
@minLength(5)
@maxLength(5)
param digestTime string = '07:00'

@description('How often the app looks whether the digest is due: six NCRONTAB fields, UTC.')
param digestSchedule string = '0 */15 * * * *'

@description('The largest article that is read, in bytes.')
@minValue(1024)
@maxValue(104857600)
param maxArticleBytes int = 5242880

@description('Addresses that get the digest, separated by commas. Empty: one mail is written to the container outbox for nobody in particular.')
param mailRecipients string = ''

@description('Sender of the digest. Empty: DoNotReply of the domain that Azure manages where useMail is set, else the app\'s own default.')
param mailFrom string = ''

@description('Whether mail goes out by Communication Services Email. Otherwise it is put into the container outbox.')
param useMail bool = false

@description('Where Communication Services keeps its data at rest.')
param mailDataLocation string = 'Europe'

@description('Whether a model of Azure OpenAI works beside the rules.')
param useModel bool = false

@description('Region of the model; by default that of the other resources.')
param modelLocation string = ''

@description('The model. It must know structured outputs and a temperature of 0.')
param modelName string = 'gpt-4.1-mini'

@description('Version of the model.')
param modelVersion string = '2025-04-14'

@description('How the model is deployed. Standard keeps requests in the region, DataZoneStandard in the data zone, GlobalStandard anywhere.')
@allowed(['Standard', 'DataZoneStandard', 'GlobalStandard'])
param modelSku string = 'GlobalStandard'

@description('Thousands of tokens a minute that the deployment may use.')
@minValue(1)
param modelCapacity int = 50

@description('Tokens that may be spent in a day (UTC); 0 for no limit. Past it the rules work alone.')
@minValue(0)
param modelTokensPerDay int = 5000000

@description('Whether storage and model are reached over private endpoints alone, and the app only by Event Grid, its private endpoint and allowedAddresses.')
param isolateNetwork bool = false

@description('Public IPv4 addresses or CIDR ranges, separated by commas, that may still reach storage and app where isolateNetwork is set. Storage takes no /31 and no /32: give single addresses without a suffix.')
param allowedAddresses string = ''

@description('Memory of an instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('The most instances that may run at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Address that alerts go to. Empty: alerts only show in the portal.')
param alertEmail string = ''

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('GB of logs a day past which no more are taken in; -1 for no limit. Past it alerts on logs are blind until the next day.')
param logDailyCapGB int = -1

@description('Endpoint to which the app exports traces and metrics by OTLP. Empty: none.')
param otlpEndpoint string = ''

@description('Days for which deleted and overwritten blobs can be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int = 14

@description('Days after which articles move to the cool tier; 0 for never.')
@minValue(0)
param coolArticlesAfterDays int = 0

@description('Days after which dropped articles are deleted; 0 for never. What the app made of them stays.')
@minValue(0)
param deleteArticlesAfterDays int = 0

@description('Days after which mail in the outbox is deleted; 0 for never.')
@minValue(0)
param deleteOutboxAfterDays int = 0

@description('Days after which events that could not be delivered are deleted; 0 for never.')
@minValue(0)
param deleteDeadLettersAfterDays int = 90

@description('Budget of the resource group for a month, in the currency of the bill; 0 for none. It warns at 80 and 100 per cent and stops nothing.')
@minValue(0)
param monthlyBudget int = 0

@description('First day of the month from which the budget counts, yyyy-MM-01. Needed with monthlyBudget, and never changed after.')
param budgetFrom string = ''

@description('Address under which people reach the app, for links in mail, feed and calendar. Empty: its address at azurewebsites.net.')
param siteUrl string = ''

@description('Whether pages, feed and calendar are open to anyone who can reach the app. Otherwise they ask for a function key.')
param publicPages bool = false

@description('Further app settings, by name (A__B for A:B of the README). They go before those that this file sets.')
param extraSettings object = {}

var abbreviations = loadJsonContent('./abbreviations.json')
var resourceToken = toLower(uniqueString(subscription().id, environmentName, location))
var appName = '${abbreviations.functionApp}${resourceToken}'
var tags = { 'azd-env-name': environmentName }
var addresses = filter(map(split(allowedAddresses, ','), address => trim(address)), address => !empty(address))
var recipients = filter(map(split(mailRecipients, ','), recipient => trim(recipient)), recipient => !empty(recipient))

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: empty(resourceGroupName) ? '${abbreviations.resourceGroup}${environmentName}' : resourceGroupName
  location: location
  tags: tags
}

module identity 'core/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: '${abbreviations.userAssignedIdentity}${resourceToken}'
    location: location
    tags: tags
  }
}

module monitoring 'core/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: '${abbreviations.logAnalytics}${resourceToken}'
    insightsName: '${abbreviations.applicationInsights}${resourceToken}'
    retentionDays: logRetentionDays
    dailyCapGB: logDailyCapGB
    location: location
    tags: tags
  }
}

module storage 'core/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: '${abbreviations.storageAccount}${resourceToken}'
    isolate: isolateNetwork
    allowedAddresses: addresses
    softDeleteDays: softDeleteDays
    location: location
    tags: tags
  }
}

module lifecycle 'core/lifecycle.bicep' = {
  name: 'lifecycle'
  scope: group
  params: {
    storageName: storage.outputs.name
    coolArticlesAfterDays: coolArticlesAfterDays
    deleteArticlesAfterDays: deleteArticlesAfterDays
    deleteOutboxAfterDays: deleteOutboxAfterDays
    deleteDeadLettersAfterDays: deleteDeadLettersAfterDays
  }
}

module topic 'events/topic.bicep' = {
  name: 'events'
  scope: group
  params: {
    name: '${abbreviations.systemTopic}${resourceToken}'
    storageName: storage.outputs.name
    deadLetterContainer: storage.outputs.deadLetterContainer
    location: location
    tags: tags
  }
}

module roles 'core/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    storageName: storage.outputs.name
    insightsName: monitoring.outputs.insightsName
    appPrincipalId: identity.outputs.principalId
    principalId: principalId
    principalType: principalType
  }
}

module network 'core/network.bicep' = if (isolateNetwork) {
  name: 'network'
  scope: group
  params: {
    name: '${abbreviations.virtualNetwork}${resourceToken}'
    location: location
    tags: tags
  }
}

// One after another: two changes of one subnet at once are refused.
@batchSize(1)
module storageEndpoints 'core/private-endpoint.bicep' = [
  for service in ['blob', 'queue', 'table']: if (isolateNetwork) {
    name: 'private-${service}'
    scope: group
    params: {
      name: '${abbreviations.privateEndpoint}${service}-${resourceToken}'
      targetId: storage.outputs.id
      service: service
      zoneName: 'privatelink.${service}.${environment().suffixes.storage}'
      networkId: isolateNetwork ? network!.outputs.id : ''
      subnetId: isolateNetwork ? network!.outputs.endpointSubnetId : ''
      location: location
      tags: tags
    }
  }
]

module model 'core/model.bicep' = if (useModel) {
  name: 'model'
  scope: group
  params: {
    name: '${abbreviations.openAI}${resourceToken}'
    modelName: modelName
    modelVersion: modelVersion
    sku: modelSku
    capacity: modelCapacity
    isolate: isolateNetwork
    appPrincipalId: identity.outputs.principalId
    location: empty(modelLocation) ? location : modelLocation
    tags: tags
  }
}

module modelEndpoint 'core/private-endpoint.bicep' = if (useModel && isolateNetwork) {
  name: 'private-model'
  scope: group
  params: {
    name: '${abbreviations.privateEndpoint}model-${resourceToken}'
    targetId: useModel ? model!.outputs.id : ''
    service: 'account'
    zoneName: 'privatelink.openai.azure.com'
    networkId: isolateNetwork ? network!.outputs.id : ''
    subnetId: isolateNetwork ? network!.outputs.endpointSubnetId : ''
    location: location
    tags: tags
  }
  dependsOn: [
    storageEndpoints
  ]
}

module mail 'core/mail.bicep' = if (useMail) {
  name: 'mail'
  scope: group
  params: {
    serviceName: '${abbreviations.communicationService}${resourceToken}'
    emailName: '${abbreviations.emailService}${resourceToken}'
    dataLocation: mailDataLocation
    appPrincipalId: identity.outputs.principalId
    tags: tags
  }
}

// The app starts when it may reach what it needs: roles are given, private endpoints answer.
module app 'core/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    name: appName
    planName: '${abbreviations.functionPlan}${resourceToken}'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    deploymentContainer: storage.outputs.deploymentContainer
    insightsName: monitoring.outputs.insightsName
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    isolate: isolateNetwork
    subnetId: isolateNetwork ? network!.outputs.appSubnetId : ''
    allowedAddresses: addresses
    settings: union(
      {
        DigestSchedule: digestSchedule
        Digest__TimeZone: digestTimeZone
        Digest__Time: digestTime
        Articles__MaxBytes: string(maxArticleBytes)
        Site__BaseUrl: empty(siteUrl) ? 'https://${appName}.azurewebsites.net' : siteUrl
        Pages__Public: string(publicPages)
      },
      toObject(range(0, length(recipients)), i => 'Mail__Recipients__${i}', i => recipients[i]),
      empty(mailFrom) ? {} : { Mail__From: mailFrom },
      useMail && empty(mailFrom) ? { Mail__From: mail!.outputs.sender } : {},
      useMail ? { Mail__Mailer: 'acs', Mail__Acs__Endpoint: mail!.outputs.endpoint } : {},
      useModel
        ? {
            OpenAI__Endpoint: model!.outputs.endpoint
            OpenAI__Deployment: model!.outputs.deployment
            OpenAI__TokensPerDay: string(modelTokensPerDay)
          }
        : {},
      empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint },
      extraSettings
    )
    location: location
    tags: tags
  }
  dependsOn: [
    roles
    storageEndpoints
    modelEndpoint
  ]
}

module appEndpoint 'core/private-endpoint.bicep' = if (isolateNetwork) {
  name: 'private-app'
  scope: group
  params: {
    name: '${abbreviations.privateEndpoint}app-${resourceToken}'
    targetId: app.outputs.id
    service: 'sites'
    zoneName: 'privatelink.azurewebsites.net'
    networkId: isolateNetwork ? network!.outputs.id : ''
    subnetId: isolateNetwork ? network!.outputs.endpointSubnetId : ''
    location: location
    tags: tags
  }
}

module alerts 'core/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    actionGroupName: '${abbreviations.actionGroup}${resourceToken}'
    insightsName: monitoring.outputs.insightsName
    topicName: topic.outputs.name
    email: alertEmail
    digestTimeZone: digestTimeZone
    digestTime: digestTime
    location: location
    tags: tags
  }
}

module budget 'core/budget.bicep' = if (monthlyBudget > 0) {
  name: 'budget'
  scope: group
  params: {
    name: '${abbreviations.budget}${resourceToken}'
    amount: monthlyBudget
    startDate: budgetFrom
    email: alertEmail
  }
}

@description('Region of the resources.')
output AZURE_LOCATION string = location

@description('Tenant of the subscription.')
output AZURE_TENANT_ID string = tenant().tenantId

@description('The resource group; azd looks for the app in it.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The function app.')
output AZURE_FUNCTION_APP_NAME string = app.outputs.name

@description('Address of the app, as azd names it for the service functions.')
output SERVICE_FUNCTIONS_URI string = app.outputs.uri

@description('The function app, as azd names it for the service functions.')
output SERVICE_FUNCTIONS_NAME string = app.outputs.name

@description('The storage account that articles are dropped into.')
output AZURE_STORAGE_ACCOUNT_NAME string = storage.outputs.name

@description('The system topic that the subscription is made on after the deployment.')
output AZURE_EVENTGRID_SYSTEM_TOPIC_NAME string = topic.outputs.name
