@description('Name of the function app.')
param name string

@description('Name of its plan.')
param planName string

@description('Resource id of the app\'s identity.')
param identityId string

@description('Client id of the app\'s identity.')
param identityClientId string

@description('Name of the storage account.')
param storageName string

@description('Container of the deployed package.')
param deploymentContainer string

@description('Name of the Application Insights component.')
param insightsName string

@description('Memory of an instance in MB.')
param instanceMemoryMB int

@description('The most instances that may run at once.')
param maximumInstanceCount int

@description('Whether the app is shut off from public addresses other than Event Grid and allowedAddresses.')
param isolate bool

@description('Subnet from which the app reaches storage and model; empty for none.')
param subnetId string

@description('Public addresses that may reach an isolated app.')
param allowedAddresses array

@description('What this environment sets beside the connections: app settings by name.')
param settings object

@description('Region.')
param location string

@description('Tags.')
param tags object

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// Runtime and version stand in functionAppConfig: Flex Consumption refuses FUNCTIONS_WORKER_RUNTIME, FUNCTIONS_EXTENSION_VERSION and the WEBSITE_CONTENT settings.
var connections = {
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
  // Which identity the libraries take where none is named (model and mail).
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // Flex Consumption knows blobs by events alone; the polling twin of IngestArticleOnEvent is for other plans.
  'AzureWebJobs.IngestArticle.Disabled': 'true'
}

var addressRules = [
  for (address, i) in allowedAddresses: {
    name: 'address-${i}'
    action: 'Allow'
    priority: 200 + i
    ipAddress: contains(address, '/') ? address : '${address}/32'
  }
]

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${deploymentContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: { instanceMemoryMB: instanceMemoryMB, maximumInstanceCount: maximumInstanceCount }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: [for setting in items(union(connections, settings)): { name: setting.key, value: setting.value }]
      // Event Grid delivers over the public front end and has no private way to a function: it stays let in by its service tag.
      ipSecurityRestrictionsDefaultAction: isolate ? 'Deny' : 'Allow'
      ipSecurityRestrictions: isolate
        ? concat([{ name: 'event-grid', action: 'Allow', priority: 100, tag: 'ServiceTag', ipAddress: 'AzureEventGrid' }], addressRules)
        : []
      // Deployments come over the scm site, which lets in who has a token of Microsoft Entra ID and a role on the app.
      scmIpSecurityRestrictionsUseMain: false
      scmIpSecurityRestrictionsDefaultAction: 'Allow'
    }
  }
}

// No publishing password on either site: deployments show a token.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

@description('Resource id.')
output id string = app.id

@description('Name of the app.')
output name string = app.name

@description('Address of the app.')
output uri string = 'https://${app.properties.defaultHostName}'
